import type { ReservationEvent } from './events.js';

/** Company `cmp_1` has the value. */
export const reservationMade: ReservationEvent = {
  type: 'ReservationMade',
  occurredOn: '2026-01-05',
  data: { holder: 'cmp_1' },
};
