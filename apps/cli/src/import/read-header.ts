import { cleanCell } from './clean-cell.js';
import { looksLikeDate } from './date-style.js';
import type { TableRefused } from './table.js';
import { refuseTable } from './table.js';

/** The names of the columns. */
export interface HeaderRead {
  readonly outcome: 'header';
  readonly header: readonly string[];
}

/**
 * The column names of the first row. Unnamed columns at the right end are dropped (spreadsheets leave them behind);
 * refused are data instead of names, a nameless column further left, and two names that differ at most in their case.
 */
export function readHeader(cells: readonly string[]): HeaderRead | TableRefused {
  const names = cells.map((cell) => cleanCell(cell).text.replace(/\s+/gu, ' ').normalize('NFC'));
  const header = names.slice(0, names.findLastIndex((name) => name !== '') + 1);
  return refusal(header) ?? { outcome: 'header', header };
}

function refusal(header: readonly string[]): TableRefused | undefined {
  if (header.some(looksLikeData)) {
    return refuseTable(
      'HEADER_MISSING',
      'The first row holds a date, an address or a link, so it is data: put a row with the column names above it.',
    );
  }
  const nameless = header.indexOf('');
  if (nameless >= 0) {
    return refuseTable('HEADER_INCOMPLETE', `Column ${String(nameless + 1)} has no name: name it or remove it.`);
  }
  const keys = header.map((name) => name.toLowerCase());
  const second = keys.findIndex((key, index) => keys.indexOf(key) < index);
  return second < 0 ? undefined : duplicate(header, keys.indexOf(keys[second] ?? ''), second);
}

function duplicate(header: readonly string[], first: number, second: number): TableRefused {
  return refuseTable(
    'HEADER_DUPLICATE',
    `Columns ${String(first + 1)} and ${String(second + 1)} are both named "${header[second] ?? ''}": rename or remove one.`,
  );
}

function looksLikeData(name: string): boolean {
  return looksLikeDate(name) || /^\S+@\S+\.\S+$/u.test(name) || /^https?:\/\//iu.test(name);
}
