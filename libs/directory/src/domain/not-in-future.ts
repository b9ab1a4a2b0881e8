import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';

/**
 * `OCCURRED_IN_FUTURE` for a date after today; `undefined` when it is fine. Events are checked for it in any case; a
 * decision after which something is stored elsewhere (the person vault) has to refuse by itself, before that.
 */
export function refuseFuture(
  date: CalendarDate | undefined,
  today: CalendarDate,
  path = 'occurredOn',
): Rejected<'OCCURRED_IN_FUTURE'> | undefined {
  if (date === undefined || date <= today) return undefined;
  const message = `${path}: ${date} lies in the future. Give a date up to today, ${today}.`;
  return rejected('OCCURRED_IN_FUTURE', message, { details: [{ code: 'OCCURRED_IN_FUTURE', path, message }] });
}
