import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';

/**
 * The refusal of a date before the first event of the thing it is about (I-18); `undefined` when the date is fine.
 * `path` is the input field that gave the date.
 */
export function refuseBeforeFirstEvent(
  firstOn: CalendarDate,
  date: CalendarDate,
  path = 'occurredOn',
): Rejected<'VALIDATION_FAILED'> | undefined {
  if (date >= firstOn) return undefined;
  return refuseField(path, 'BEFORE_OPENING', `${date} lies before the first entry. Give a date from ${firstOn} on.`);
}

/** `VALIDATION_FAILED` about one input field: the message names the field, then the rule and the way out. */
export function refuseField(path: string, code: string, sentence: string): Rejected<'VALIDATION_FAILED'> {
  const message = `${path}: ${sentence}`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code, path, message }] });
}
