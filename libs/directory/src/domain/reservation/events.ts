// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import type { EventDefinitions, EventOf } from '#event-sourcing';
import { z } from 'zod';

/** The event of a reservation's stream. */
export const reservationEvents = {
  ReservationMade: {
    version: 1,
    meaning: 'A value that only one thing may have was reserved for that thing, or taken over from one that lost it.',
    data: z
      .strictObject({
        holder: z.string().min(1).max(200).meta({ unit: 'id of what has the value', disclosure: 'withheld' }),
      })
      .readonly(),
  },
} satisfies EventDefinitions;

/** Any event of a reservation. */
export type ReservationEvent = EventOf<typeof reservationEvents>;
