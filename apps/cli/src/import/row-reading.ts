import type { CalendarDate } from '#calendar';
import { readDate } from './date-style.js';
import type { ImportField, MappedFields, SourceCell } from './profile.js';
import { quoteValue } from './quote-value.js';
import type { RowProblem } from './row-plan.js';
import type { Dialect, ImportWarning } from './table.js';

/** What a row is judged by besides its own cells. */
export interface ImportContext {
  /** The date of the import in the policy time zone: no fact lies behind it. */
  readonly today: CalendarDate;
  /** The mail addresses of all appointed partner managers; absent when nobody could be asked, then none is unknown. */
  readonly knownManagerEmails?: readonly string[];
}

/** A row while it is read; problems and warnings are gathered, so that a row names all its faults at once. */
export interface RowReading {
  readonly fields: MappedFields;
  readonly dialect: Dialect;
  readonly today: CalendarDate;
  readonly problems: RowProblem[];
  readonly warnings: ImportWarning[];
}

/** The cell of a field when it is filled; its text on one line. */
export function filledCell(reading: RowReading, field: ImportField): SourceCell | undefined {
  const cell = reading.fields.cells[field];
  if (cell === undefined) return undefined;
  const text = cell.text.replace(/\s+/gu, ' ').trim();
  return text === '' ? undefined : { column: cell.column, text };
}

/** The date of a field that already happened: it must exist and not lie after today, otherwise ROW_BAD_DATE. */
export function pastDate(reading: RowReading, field: ImportField): CalendarDate | undefined {
  const date = anyDate(reading, field);
  if (date === undefined || date <= reading.today) return date;
  reading.problems.push({
    code: 'ROW_BAD_DATE',
    message: `${reading.fields.cells[field]?.column ?? field} ${date} lies after today (${reading.today}): write when it happened, or leave the cell empty.`,
  });
  return undefined;
}

/** The date of a field that may lie ahead: it must exist, otherwise ROW_BAD_DATE. */
export function anyDate(reading: RowReading, field: ImportField): CalendarDate | undefined {
  const cell = filledCell(reading, field);
  if (cell === undefined) return undefined;
  const date = readDate(cell.text, reading.dialect.dateStyle);
  if (date === undefined) {
    reading.problems.push({
      code: 'ROW_BAD_DATE',
      message: `${cell.column} ${quoteValue(cell.text)} is not a date that exists: write it as YYYY-MM-DD or DD.MM.YYYY.`,
    });
  }
  return date;
}
