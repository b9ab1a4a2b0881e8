import type { CalendarDate } from '#calendar';

/**
 * When something happened whose natural date may be planned: a day in the future is a plan that was made today
 * (domain.md 2.1 "Time", I-18).
 */
export function notAfterToday(date: CalendarDate, today: CalendarDate): CalendarDate {
  return date > today ? today : date;
}
