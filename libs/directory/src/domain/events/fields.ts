import { z } from 'zod';
import { isCalendarDate } from '#calendar';

// The pieces event payloads are made of. Optional fields are `.exactOptional()`: absent, never `undefined`.

/** A date without time, `2026-03-31`. */
export const calendarDate = z.string().refine(isCalendarDate, 'must be an existing date written YYYY-MM-DD');

/** An id: its prefix, an underscore and letters and digits (domain.md 2.1, value types). */
export function id(prefix: string): z.ZodString {
  return z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]+$`), `must be an id that starts with ${prefix}_`);
}

/** Text of 1 to `max` characters. */
export function text(max: number): z.ZodString {
  return z.string().min(1).max(max);
}
