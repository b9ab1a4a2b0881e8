import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';
import type { AgreementVersion } from './events/agreement.js';
import { type KnownPersons, refuseUnknownPersons } from './person-of-side.js';
import type { PartnershipState } from './state.js';
import { agreementVersions } from './state/agreement.js';

/** What an agreement says, as a command gives it: the whole new version (domain.md 2.7). Dates are first and last days. */
export interface AgreementTerms extends Omit<AgreementVersion, 'version'> {
  /** The day it is recorded for, by default the day of its signature. */
  readonly occurredOn?: CalendarDate;
}

/** The refusal of dates that contradict each other or a signature in the future; `undefined` when they are fine. */
export function refuseTerms(
  { signedOn, startsOn, endsOn }: AgreementTerms,
  today: CalendarDate,
): Rejected<'VALIDATION_FAILED' | 'OCCURRED_IN_FUTURE'> | undefined {
  if (signedOn > today) {
    const message = `signedOn: ${signedOn} lies after today, ${today}: record the agreement once it is signed.`;
    return rejected('OCCURRED_IN_FUTURE', message, {
      details: [{ code: 'SIGNED_IN_FUTURE', message, path: 'signedOn' }],
    });
  }
  if (endsOn === undefined || endsOn >= startsOn) return undefined;
  const message = `endsOn: ${endsOn} lies before the start on ${startsOn}: give the last day, or leave it out.`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code: 'ENDS_BEFORE_START', message, path: 'endsOn' }] });
}

/** `AGREEMENT_UNKNOWN` when no version of the agreement is recorded. */
export function refuseUnknownAgreement(
  state: PartnershipState,
  agreementRef: string,
): Rejected<'AGREEMENT_UNKNOWN'> | undefined {
  if (agreementVersions(state.agreement, agreementRef).length > 0) return undefined;
  return rejected(
    'AGREEMENT_UNKNOWN',
    `No agreement ${agreementRef} is recorded: use RecordAgreement for the first version.`,
  );
}

/** The payload of the agreement's next version. */
export function nextVersion(state: PartnershipState, command: AgreementTerms): AgreementVersion {
  const { occurredOn: _, ...terms } = command;
  return { ...terms, version: agreementVersions(state.agreement, terms.agreementRef).length + 1 };
}

/** What recording an agreement needs of the directory: the persons who are said to have signed. */
export interface SignatoryFacts {
  readonly persons: KnownPersons;
}

/** `NOT_FOUND` for a signatory who is not registered, `SIDE_MISMATCH` for one of the other side or of another company. */
export function refuseSignatories(
  { signatories }: AgreementTerms,
  { lifecycle: { companyId } }: PartnershipState,
  { persons }: SignatoryFacts,
): Rejected<'NOT_FOUND' | 'SIDE_MISMATCH'> | undefined {
  const named = signatories.map((signatory, index) => ({
    ...signatory,
    path: `signatories.${String(index)}.personId`,
  }));
  const unknown = refuseUnknownPersons(persons, named);
  if (unknown !== undefined) return unknown;
  const details = named
    .filter(({ side, personId }) => {
      const person = persons[personId];
      return person?.side !== side || (side === 'PARTNER' && person.companyId !== companyId);
    })
    .map(({ side, personId, path }) => ({
      code: 'SIDE_MISMATCH',
      path,
      message: `${path}: ${personId} does not belong to the company of side ${side}.`,
    }));
  if (details.length === 0) return undefined;
  return rejected('SIDE_MISMATCH', 'A signatory does not belong to the stated side. Correct the side or the person.', {
    details,
  });
}
