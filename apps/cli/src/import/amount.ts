import type { Separator } from './table.js';

const COMMA_NUMBER = /^-?(?:\d{1,3}(?:\.\d{3})+,\d+|\d+,(?:\d{1,2}|\d{4,}))$/;
const POINT_NUMBER = /^-?(?:\d{1,3}(?:,\d{3})+\.\d+|\d+\.(?:\d{1,2}|\d{4,}))$/;

/**
 * Whether a file writes decimals with a comma. `1.234,5` and `3,5` speak for it, `1,234.5` and `3.5` against it, `1,234`
 * for nothing; without evidence a semicolon-separated file comes from a place where the comma is the decimal sign.
 */
export function detectDecimalComma(cells: readonly string[], separator: Separator): boolean {
  const comma = cells.filter((cell) => COMMA_NUMBER.test(cell)).length;
  const point = cells.filter((cell) => POINT_NUMBER.test(cell)).length;
  return comma === point ? separator === ';' : comma > point;
}

/** The number in a cell, thousands separators removed; undefined when it is not one. */
export function readAmount(cell: string, decimalComma: boolean): number | undefined {
  const [group, decimal] = decimalComma ? ['.', ','] : [',', '.'];
  const grouped = new RegExp(`^-?(\\d+|\\d{1,3}(\\${group}\\d{3})+)(\\${decimal}\\d+)?$`);
  const compact = cell.replace(/[\s\u00A0'’]/gu, '');
  return grouped.test(compact) ? Number(compact.replaceAll(group, '').replace(decimal, '.')) : undefined;
}
