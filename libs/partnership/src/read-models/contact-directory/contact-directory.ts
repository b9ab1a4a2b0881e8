import type { Projection } from '#event-sourcing';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { ContactAssignment } from './contact-assignment.js';

type ContactEvent = PartnershipEventNamed<'ContactAssigned' | 'ContactRelieved'>;

/**
 * "Who is my counterpart, and who was it when?" (domain.md 4.1, `contactDirectory`): one document per time of duty. It
 * keeps what was known when: an auditor asks who was responsible on a day, as far as anybody could tell on that day.
 */
export const contactDirectory: Projection<ContactAssignment, ContactEvent> = {
  name: 'contact-directory',
  version: 3,
  temporal: true,
  document: ContactAssignment,
  key: ({ stream, data: { side, personId, validFrom } }) =>
    [partnershipIdOf(stream), side, personId, validFrom].join('/'),
  on: {
    ContactAssigned: (known, { stream, data: { side, personId, validFrom, acceptedOn } }, id) => ({
      ...(isHeld(known) ? known : {}),
      id,
      partnershipId: partnershipIdOf(stream),
      side,
      personId,
      validFrom,
      ...(acceptedOn === undefined ? {} : { acceptedOn }),
    }),
    ContactRelieved: (assignment, { data: { endsOn, reason } }) =>
      assignment && { ...assignment, validUntil: endsOn, endReason: reason },
  },
};

/** A duty that ended on its first day was never held: the same person begins anew. */
function isHeld(assignment: ContactAssignment | undefined): boolean {
  return assignment !== undefined && assignment.validUntil !== assignment.validFrom;
}
