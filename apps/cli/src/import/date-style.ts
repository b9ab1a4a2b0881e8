import { calendarDateIn, isCalendarDate } from '#calendar';
import type { CalendarDate } from '#calendar';
import type { DateStyle } from './table.js';

const ISO =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,]\d{1,9})?)?(Z|[+-][01]\d:?[0-5]\d)?)?$/;
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+\d{1,2}:\d{2}.*)?$/;
const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?:[ ,T]+\d{1,2}:\d{2}.*)?$/;

/** The style of a file's dates; `doubt` says why a slashed style was a guess. */
export interface DateStyleFound {
  readonly style: DateStyle;
  readonly doubt?: string;
}

/**
 * Finds the date style from all cells of a file. Slashed dates need evidence: `09/14/2026` can only be US,
 * `14/09/2026` only European. Without evidence, or with evidence for both, day first, and the doubt is reported.
 */
export function detectDateStyle(cells: readonly string[]): DateStyleFound {
  const slashed = cells.map((cell) => SLASHED.exec(cell)).filter((match) => match !== null);
  if (slashed.length > 0) {
    return slashedStyle(
      slashed.filter(([, first]) => Number(first) > 12).length,
      slashed.filter(([, , second]) => Number(second) > 12).length,
    );
  }
  const dotted = cells.filter((cell) => DOTTED.test(cell)).length;
  const iso = cells.filter((cell) => ISO.test(cell)).length;
  return { style: dotted > iso ? 'DD.MM.YYYY' : 'YYYY-MM-DD' };
}

/**
 * The calendar date a cell names: ISO dates, German dates, slashed dates in the file's style; of an instant with a zone
 * the date in the policy time zone. Undefined for a date that does not exist and for anything else.
 */
export function readDate(cell: string, style: DateStyle): CalendarDate | undefined {
  const iso = ISO.exec(cell);
  if (iso !== null) return isoDate(iso);
  const dotted = DOTTED.exec(cell);
  if (dotted !== null) return calendarDate(dotted[3], dotted[2], dotted[1]);
  const slashed = SLASHED.exec(cell);
  if (slashed === null) return undefined;
  return style === 'MM/DD/YYYY'
    ? calendarDate(slashed[3], slashed[1], slashed[2])
    : calendarDate(slashed[3], slashed[2], slashed[1]);
}

/** True when a whole cell has the form of a date, whether or not that date exists. */
export function looksLikeDate(cell: string): boolean {
  return ISO.test(cell) || DOTTED.test(cell) || SLASHED.test(cell);
}

function slashedStyle(onlyEuropean: number, onlyUs: number): DateStyleFound {
  if (onlyUs > 0 && onlyEuropean === 0) return { style: 'MM/DD/YYYY' };
  if (onlyEuropean > 0 && onlyUs === 0) return { style: 'DD/MM/YYYY' };
  return {
    style: 'DD/MM/YYYY',
    doubt:
      onlyUs === 0
        ? 'Dates such as 03/04/2026 fit the European and the US order; they are read day first. If that is wrong, write the dates as YYYY-MM-DD.'
        : 'Some dates fit only the European and some only the US order; all are read day first. Write the dates as YYYY-MM-DD.',
  };
}

function isoDate([, date = '', hour, minute, second, zone]: RegExpExecArray): CalendarDate | undefined {
  if (!isCalendarDate(date)) return undefined;
  if (hour === undefined || minute === undefined || zone === undefined) return date;
  const offset = zone === 'Z' || zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const local = calendarDateIn(`${date}T${hour}:${minute}:${second ?? '00'}${offset}`);
  return isCalendarDate(local) ? local : undefined;
}

function calendarDate(year = '', month = '', day = ''): CalendarDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}
