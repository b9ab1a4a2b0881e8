// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, freeText, id, personId, sealedText } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { side } from './fields.js';

/** The states of an agreed action; replanning keeps it open (domain.md 2.2, sub-machines). */
export const actionStatuses = ['OPEN', 'COMPLETED', 'CANCELLED'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

/** The events of the chapter "actions": what was agreed in reviews and between them, and what became of it (domain.md 2.11). */
export const actionsEvents = {
  ActionAgreed: {
    version: 1,
    meaning:
      'An action was agreed, in a review or between reviews: one side owns it, one person of that side is responsible, and it is due on a date.',
    data: z
      .strictObject({
        actionId: id('act'),
        reviewId: id('rev').exactOptional(),
        text: sealedText,
        ownerSide: side,
        ownerPersonId: personId,
        agreedOn: calendarDate,
        dueOn: calendarDate,
      })
      .readonly(),
  },
  ActionCompleted: {
    version: 1,
    meaning: 'An agreed action was done.',
    data: z
      .strictObject({ actionId: id('act'), completedOn: calendarDate, note: freeText(2000).exactOptional() })
      .readonly(),
  },
  ActionReplanned: {
    version: 1,
    meaning: 'An open action got another due date; how often that has happened is counted.',
    data: z
      .strictObject({
        actionId: id('act'),
        oldDueOn: calendarDate,
        newDueOn: calendarDate,
        replanCount: z.int().min(1).meta({ description: 'How often it was replanned, this time included.' }),
        reason: freeText(2000).exactOptional(),
      })
      .readonly(),
  },
  ActionCancelled: {
    version: 1,
    meaning: 'An agreed action is no longer wanted; the reason is kept.',
    data: z.strictObject({ actionId: id('act'), reason: freeText(2000) }).readonly(),
  },
} satisfies EventDefinitions;
