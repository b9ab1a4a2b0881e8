import type { CalendarDate } from '#calendar';
import { CompoundIndex, Indexed } from '#document-store';
import type { Projection } from '#event-sourcing';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { partnershipIdOf } from '../../domain/stream.js';

type EvidenceEvent = PartnershipEventNamed<'RequirementEvidenceRecorded' | 'RequirementEvidenceRevoked'>;

/** A piece of evidence that somebody holds in person, such as a certificate. */
@CompoundIndex(['holderPersonId', 'validUntil'])
export class PersonalEvidence {
  @Indexed()
  readonly partnershipId!: string;

  readonly evidenceId!: string;

  @Indexed()
  readonly holderPersonId!: string;

  /** The day it was handed in. */
  readonly recordedOn!: CalendarDate;

  /** Its last day; absent while it has none of its own. */
  @Indexed()
  readonly validUntil?: CalendarDate;

  /** First day on which it does not count. */
  @Indexed()
  readonly revokedFrom?: CalendarDate;
}

/** "Which certificates does this person hold?" (domain.md 2.5): one document per piece of evidence with a holder. */
export const personalEvidence: Projection<PersonalEvidence, EvidenceEvent> = {
  name: 'personal-evidence',
  version: 1,
  document: PersonalEvidence,
  key: ({ stream, data: { evidenceId } }) => `${partnershipIdOf(stream)}/${evidenceId}`,
  on: {
    RequirementEvidenceRecorded: (_, { stream, occurredOn, data: { evidenceId, holderPersonId, validUntil } }) =>
      holderPersonId === undefined
        ? undefined
        : {
            partnershipId: partnershipIdOf(stream),
            evidenceId,
            holderPersonId,
            recordedOn: occurredOn,
            ...(validUntil === undefined ? {} : { validUntil }),
          },
    RequirementEvidenceRevoked: (evidence, { data }) => evidence && { ...evidence, revokedFrom: data.from },
  },
};
