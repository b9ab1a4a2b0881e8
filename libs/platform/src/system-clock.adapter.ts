import { calendarDateIn } from '#calendar';
import type { Clock } from '#event-sourcing';

/** The machine's clock: the only place where the time comes from. */
export const systemClock: Clock = {
  kind: 'REAL',
  now: () => {
    const now = new Date().toISOString();
    return { now, today: calendarDateIn(now) };
  },
};
