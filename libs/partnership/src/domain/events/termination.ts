// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, fileRef, freeText, id, personId, sha256, userId } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { terminationGrounds } from '../end-vocabulary.js';
import { side } from './fields.js';
import { consent, consentReference, terminationTerms } from './termination-fields.js';

const proposalId = id('tpr');
const proposal = {
  proposalId,
  round: z.int().positive().meta({ description: 'Counts the offers of both sides from 1.' }),
  proposingSide: side,
  terms: terminationTerms,
  termsHash: sha256,
  acceptBy: calendarDate.meta({ description: 'The last day for an answer.' }),
  binding: z.boolean(),
  consent,
};
const reason = freeText(2000).exactOptional();

/** The events of the chapter "termination": proposal, counter-proposal, consent, rejection, withdrawal and expiry of an end by mutual agreement (domain.md 2.11). */
export const terminationEvents = {
  MutualTerminationProposed: {
    version: 1,
    meaning:
      'A side offered to end the partnership by mutual agreement on stated terms; the offer is that side’s consent to them.',
    data: z.strictObject({ ...proposal, approverId: userId.exactOptional() }).readonly(),
  },
  MutualTerminationCounterProposed: {
    version: 1,
    meaning: 'The other side declined the terms and offered its own instead, which is a new offer (§ 150 II BGB).',
    data: z
      .strictObject({ ...proposal, supersedesProposalId: proposalId, approverId: userId.exactOptional() })
      .readonly(),
  },
  MutualTerminationAccepted: {
    version: 1,
    meaning: 'The other side consented to the very same terms in time: the end by mutual agreement is agreed.',
    data: z
      .strictObject({
        proposalId,
        termsHash: sha256,
        consent,
        firstConsent: consentReference,
        endsOn: calendarDate,
        replacesGround: z.enum(terminationGrounds).exactOptional(),
      })
      .readonly(),
  },
  MutualTerminationRejected: {
    version: 1,
    meaning: 'The other side declined the offer; the partnership stays as it was.',
    data: z
      .strictObject({
        proposalId,
        side,
        declaredBy: personId.exactOptional(),
        on: calendarDate,
        reason,
        fileRef: fileRef.exactOptional(),
      })
      .readonly(),
  },
  MutualTerminationProposalWithdrawn: {
    version: 1,
    meaning: 'The proposing side took its offer back before it was accepted; the partnership stays as it was.',
    data: z
      .strictObject({
        proposalId,
        side,
        declaredBy: personId.exactOptional(),
        on: calendarDate,
        reason,
        fileRef: fileRef.exactOptional(),
        otherSideAgreement: z.strictObject({ personId, declaredOn: calendarDate, fileRef }).readonly().exactOptional(),
      })
      .readonly(),
  },
  MutualTerminationProposalExpired: {
    version: 1,
    meaning: 'The last day for an answer passed without one; the offer of `side` is void from `on`.',
    data: z.strictObject({ proposalId, side, on: calendarDate }).readonly(),
  },
} satisfies EventDefinitions;
