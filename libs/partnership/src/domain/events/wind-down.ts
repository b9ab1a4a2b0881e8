// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, fileRef, freeText, id, userId } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { terminationGrounds, windDownItemKinds } from '../end-vocabulary.js';
import { side } from './fields.js';
import { consent } from './termination-fields.js';

const itemId = id('wdi');
const item = {
  itemId,
  kind: z.enum(windDownItemKinds),
  ownerSide: side,
  dueOn: calendarDate,
  mandatory: z.boolean(),
  note: freeText(500).exactOptional(),
};

/** The events of the chapter "wind-down": the phase from the agreed end to the conclusion (domain.md 2.11). */
export const windDownEvents = {
  WindDownBegun: {
    version: 1,
    meaning: 'The end of the partnership is settled, with its ground, its date and what remains to be done until then.',
    data: z
      .strictObject({
        ground: z.enum(terminationGrounds),
        endsOn: calendarDate,
        items: z.array(z.strictObject(item).readonly()).readonly(),
      })
      .readonly(),
  },
  WindDownItemAdded: {
    version: 1,
    meaning: 'One more thing remains to be done before the partnership can be concluded.',
    data: z.strictObject(item).readonly(),
  },
  WindDownItemCompleted: {
    version: 1,
    meaning: 'A thing that remained to be done is done; for a customer handover with the days both sides agreed to it.',
    data: z
      .strictObject({
        itemId,
        doneOn: calendarDate,
        note: freeText(2000).exactOptional(),
        fileRef: fileRef.exactOptional(),
        consentOwn: calendarDate.exactOptional(),
        consentPartner: calendarDate.exactOptional(),
      })
      .readonly(),
  },
  WindDownItemWaived: {
    version: 1,
    meaning: 'A thing that remained to be done will not be done; a second person approved that, with a reason.',
    data: z.strictObject({ itemId, reason: freeText(2000), approverId: userId }).readonly(),
  },
  PartnershipTerminatedByMutualAgreement: {
    version: 1,
    meaning: 'The partnership ended by mutual agreement: both consents, what began it and how long its record is kept.',
    data: z
      .strictObject({
        endedOn: calendarDate,
        proposalId: id('tpr'),
        consentOwn: consent,
        consentPartner: consent,
        groundHistory: z.array(z.enum(terminationGrounds)).readonly(),
        initiatorSide: side,
        exitReviewId: id('rev').exactOptional(),
        residualClaimsUntil: calendarDate.exactOptional(),
        retentionUntil: calendarDate,
      })
      .readonly(),
  },
} satisfies EventDefinitions;
