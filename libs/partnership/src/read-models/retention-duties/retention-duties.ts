import type { CalendarDate } from '#calendar';
import { CompoundIndex } from '#document-store';
import type { Projection, Recorded } from '#event-sourcing';
import type { PartnershipEvent, PartnershipEventNamed } from '../../domain/events.js';

/** Until when what a person declared or signed has to be kept; without a name, as everything in a read model. */
@CompoundIndex(['until'])
export class RetentionDuty {
  readonly until!: CalendarDate;
}

/** Commercial letters are kept for six years from the end of the calendar year (§ 257 IV, V HGB; domain.md 2.10). */
const RETENTION_YEARS = 6;

/** "May this person be forgotten?": one document for everybody who signed an agreement or declared a consent to an end. */
export const retentionDuties: Projection<RetentionDuty, PartnershipEvent> = {
  name: 'retention-duties',
  version: 1,
  document: RetentionDuty,
  key: personsBound,
  on: {
    AgreementRecorded: bound,
    AgreementAmended: bound,
    AgreementRenewed: bound,
    MutualTerminationProposed: bound,
    MutualTerminationCounterProposed: bound,
    MutualTerminationAccepted: bound,
    PartnershipTerminatedByMutualAgreement: bound,
  },
};

function bound<Type extends PartnershipEvent['type']>(
  duty: RetentionDuty | undefined,
  { occurredOn }: Recorded<PartnershipEventNamed<Type>>,
): RetentionDuty {
  const until = `${String(Number(occurredOn.slice(0, 4)) + RETENTION_YEARS)}-12-31`;
  return duty !== undefined && duty.until > until ? duty : { until };
}

function personsBound({ type, data }: PartnershipEvent): readonly string[] {
  if (type === 'PartnershipTerminatedByMutualAgreement')
    return [data.consentOwn.personId, data.consentPartner.personId];
  if ('signatories' in data) return [...new Set(data.signatories.map(({ personId }) => personId))];
  return 'consent' in data ? [data.consent.personId] : [];
}
