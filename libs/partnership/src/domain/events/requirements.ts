// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, decimal, fileRef, freeText, id, label, personId, userId } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';

const evidenceId = id('evd');
const requirementKey = label(100);

/** The events of the chapter "requirements": evidence and waivers for the requirements of the programme (domain.md 2.11). */
export const requirementsEvents = {
  RequirementEvidenceRecorded: {
    version: 1,
    meaning: 'A document or record shows that a requirement is met, for a time that includes its last day.',
    data: z
      .strictObject({
        evidenceId,
        requirementKey,
        validFrom: calendarDate,
        validUntil: calendarDate.meta({ description: 'Its last day.' }).exactOptional(),
        value: decimal.exactOptional(),
        holderPersonId: personId.exactOptional(),
        fileRef,
      })
      .readonly(),
  },
  RequirementEvidenceRevoked: {
    version: 1,
    meaning: 'A piece of evidence stopped counting from a day on, without grace.',
    data: z.strictObject({ evidenceId, from: calendarDate, reason: freeText(2000) }).readonly(),
  },
  RequirementWaived: {
    version: 1,
    meaning:
      'The partnership was released from a requirement up to and including a day; a second person approved that.',
    data: z
      .strictObject({
        requirementKey,
        until: calendarDate.meta({ description: 'The last day of the waiver.' }),
        approverId: userId,
        reason: freeText(2000),
      })
      .readonly(),
  },
} satisfies EventDefinitions;
