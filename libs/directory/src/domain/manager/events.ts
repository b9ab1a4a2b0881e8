// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import type { EventDefinitions, EventNamed, EventOf } from '#event-sourcing';
import { z } from 'zod';
import { calendarDate, freeText, id, managerId, userId } from '#event-fields';

const capacity = z.int().nonnegative().meta({ unit: 'partnerships' });

/** The events of a partner manager's stream (domain.md 2.6, 2.11). */
export const managerEvents = {
  PartnerManagerAppointed: {
    version: 1,
    meaning: 'A user was appointed as partner manager and can look after so many partnerships.',
    data: z.strictObject({ managerId, userId, capacity }).readonly(),
  },
  CapacitySet: {
    version: 1,
    meaning: 'The number of partnerships that a partner manager can look after has changed.',
    data: z.strictObject({ capacity }).readonly(),
  },
  AbsenceRecorded: {
    version: 1,
    meaning:
      'A partner manager is away from the first day until the day of return; without a deputy nobody is in charge.',
    data: z
      .strictObject({
        from: calendarDate,
        until: calendarDate.meta({ description: 'The day of return.' }).exactOptional(),
        deputyManagerId: managerId.exactOptional(),
      })
      .readonly(),
  },
  AbsenceEnded: {
    version: 1,
    meaning: 'The absence that began on the first day ended: the manager is back on the second one, or never left.',
    data: z.strictObject({ from: calendarDate, endedOn: calendarDate }).readonly(),
  },
  PartnerManagerDismissed: {
    version: 1,
    meaning: 'A partner manager stopped; every open partnership of the portfolio has a named successor.',
    data: z
      .strictObject({
        dismissedOn: calendarDate,
        handover: z
          .array(
            z
              .strictObject({
                partnershipId: id('prt'),
                managerId,
                reason: freeText(2000).exactOptional(),
                handoverNote: freeText(4000).exactOptional(),
              })
              .readonly(),
          )
          .readonly(),
      })
      .readonly(),
  },
} satisfies EventDefinitions;

/** Any event of a partner manager. */
export type ManagerEvent = EventOf<typeof managerEvents>;

/** The partner manager's event with the given stored name. */
export type ManagerEventNamed<Type extends ManagerEvent['type']> = EventNamed<ManagerEvent, Type>;
