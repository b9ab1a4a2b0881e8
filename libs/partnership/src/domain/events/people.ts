// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, freeText, managerId, personId } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { contactReliefReasons } from '../vocabulary.js';
import { side } from './fields.js';

/** The events of the chapter "people": partner manager and responsible contacts of both sides (domain.md 2.11). */
export const peopleEvents = {
  PartnerManagerAssigned: {
    version: 1,
    meaning: 'The partnership got its first partner manager.',
    data: z.strictObject({ managerId, from: calendarDate, handoverNote: freeText(4000).exactOptional() }).readonly(),
  },
  PartnerManagerReassigned: {
    version: 1,
    meaning: 'Another partner manager took the partnership over.',
    data: z
      .strictObject({
        managerId,
        from: calendarDate,
        previousManagerId: managerId,
        reason: freeText(2000).exactOptional(),
        handoverNote: freeText(4000).exactOptional(),
      })
      .readonly(),
  },
  ContactAssigned: {
    version: 1,
    meaning: 'A person became the one responsible contact of a side, from a day on.',
    data: z
      .strictObject({ side, personId, validFrom: calendarDate, acceptedOn: calendarDate.exactOptional() })
      .readonly(),
  },
  ContactRelieved: {
    version: 1,
    meaning:
      'A person stopped being the responsible contact of a side: the duty that began on `validFrom` ends, `endsOn` is the first day without it.',
    data: z
      .strictObject({
        side,
        personId,
        validFrom: calendarDate,
        endsOn: calendarDate.meta({ description: 'The first day without the duty.' }),
        reason: z.enum(contactReliefReasons),
        vacancyOpened: z.boolean().meta({ description: 'The side has no responsible contact from then on.' }),
      })
      .readonly(),
  },
} satisfies EventDefinitions;
