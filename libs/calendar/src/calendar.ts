import { Temporal } from 'temporal-polyfill';

/** A date without time in ISO 8601 form, `2026-03-31`. Sorts as a string. */
export type CalendarDate = string;

/** A moment in UTC with milliseconds, `2026-03-31T06:00:00.000Z`. Sorts as a string. */
export type Instant = string;

/** The time zone in which an instant becomes a business date (domain.md 2.1, "Time"). */
export const POLICY_TIME_ZONE = 'Europe/Berlin';

/** True for a date that exists, written `YYYY-MM-DD`; false for `2025-02-30`, other notations and anything else. */
export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const month = Number(value.slice(5, 7));
  const day = Number(value.slice(8));
  const year = Number(value.slice(0, 4));
  if (year < 1 || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysIn(year, month);
}

/** Calculated and not asked of Temporal, because every date of every event of a rebuild is checked. */
function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The date `days` after (negative: before) a date. Throws `RangeError` if `date` is not a calendar date. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The date `months` later; a day that the month does not have becomes its last day (31 January + 1 month = 28 February). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

/** The last day of the date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const plain = Temporal.PlainDate.from(date);
  return plain.with({ day: plain.daysInMonth }).toString();
}

/** The quarter of the year in which a date lies, `2026-Q1`. Sorts as a string. */
export function quarterOf(date: CalendarDate): string {
  return `${date.slice(0, 4)}-Q${String(Math.ceil(Number(date.slice(5, 7)) / 3))}`;
}

/**
 * Calendar days from `from` to `to`: 0 for the same day, negative when `to` lies before. Leap days count. Throws `RangeError`
 * for what is no calendar date.
 */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (midnight(to) - midnight(from)) / DAY_MS;
}

const DAY_MS = 86_400_000;

/**
 * Milliseconds to a date's midnight UTC, as `Date` takes a date without time (ECMA-262, "Date Time String Format"). Not asked
 * of Temporal, which takes thirty times as long: lists ask for each of their rows.
 */
function midnight(date: CalendarDate): number {
  // `Date` would take 30 February for 2 March.
  // eslint-disable-next-line no-restricted-syntax -- a fault, as for Temporal in the other functions
  if (!isCalendarDate(date)) throw new RangeError(`"${String(date)}" is not a calendar date.`);
  // eslint-disable-next-line no-restricted-globals -- it only parses: no clock is read
  return Date.parse(date);
}

/** The calendar date of an instant in a time zone. Throws `RangeError` for what is no instant. */
export function calendarDateIn(instant: Instant, timeZone: string = POLICY_TIME_ZONE): CalendarDate {
  const isKnown = timeZone === last.timeZone && instant >= last.from && instant < last.until && instant.endsWith('Z');
  if (!isKnown) last = quarterHourAround(instant, timeZone);
  return last.date;
}

/** A quarter of an hour and its date in a time zone. */
interface QuarterHour {
  readonly timeZone: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly date: CalendarDate;
}

/**
 * The last answer, good for its quarter of an hour: every offset in use is a multiple of that, so the date is the same all
 * through it. Asked twice per command, nearly always for now; the conversion costs fifty microseconds.
 */
let last: QuarterHour = { timeZone: '', from: '', until: '', date: '' };

const QUARTER_HOUR_MS = 900_000;

function quarterHourAround(instant: Instant, timeZone: string): QuarterHour {
  const moment = Temporal.Instant.from(instant);
  const from = Math.floor(moment.epochMilliseconds / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  const date = moment.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return { timeZone, from: instantAt(from), until: instantAt(from + QUARTER_HOUR_MS), date };
}

function instantAt(milliseconds: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 });
}
