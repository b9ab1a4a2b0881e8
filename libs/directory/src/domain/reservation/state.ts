import type { ReservationEvent } from './events.js';

/** Who holds a reserved value; without a holder it is free. */
export interface ReservationState {
  readonly holder?: string;
}

/** A value that nobody has reserved. */
export const initialReservation: ReservationState = {};

/** The reservation after an event: the last one to reserve holds it. */
export function evolveReservation(_state: ReservationState, event: ReservationEvent): ReservationState {
  return { holder: event.data.holder };
}
