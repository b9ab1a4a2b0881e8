import { z } from 'zod';
import { isCalendarDate } from '#calendar';

/** A date without time, `2026-03-31`. */
export const calendarDate = z
  .string()
  .refine(isCalendarDate, 'must be an existing date written YYYY-MM-DD')
  .meta({ unit: 'calendar date, ISO 8601', disclosure: 'open' });

/** A moment in UTC with milliseconds, `2026-03-31T06:00:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 }).meta({ unit: 'instant in UTC, ISO 8601', disclosure: 'open' });
