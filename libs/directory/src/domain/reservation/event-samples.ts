import type { EventNamed } from '#event-sourcing';
import type { ReservationEvent } from './events.js';

/** Company `cmp_1` has the value. */
export const reservationMade: ReservationEvent = {
  type: 'ReservationMade',
  occurredOn: '2026-01-05',
  data: { holder: 'cmp_1' },
};

/** A stored example of each event: a new event does not compile without one. */
export const reservationEventSamples: {
  readonly [Type in ReservationEvent['type']]: EventNamed<ReservationEvent, Type>;
} = { ReservationMade: reservationMade };
