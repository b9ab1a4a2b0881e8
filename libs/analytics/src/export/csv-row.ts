import { csvCell } from '#csv';
import type { Json } from '#event-sourcing';

/**
 * One line of a CSV file (RFC 4180, with `\n`). Lists and objects stand as JSON. A sparse row of 120 columns takes a seventh of
 * the time of csv-stringify (ADR 55).
 */
export function csvRow(values: readonly (Json | undefined)[]): string {
  return `${values.map(cell).join(',')}\n`;
}

function cell(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return csvCell(value);
  return typeof value === 'object' ? csvCell(JSON.stringify(value)) : String(value);
}
