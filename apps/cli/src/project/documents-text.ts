import { csvCell } from '#csv';
import { type CellValue, flatDocument } from './flat-document.js';
import type { OutputFormat } from './output-format.js';

/** A document with its id. */
export type Row = readonly [key: string, document: object];

/** The field, and column, under which a document's id stands before its own fields. */
const KEY = '_key';
/** So much text is handed over at once. */
const CHUNK_ROWS = 500;
/** Text that is a number is no formula, whatever sign it begins with. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Documents as text, piece by piece. CSV has a column for each field that any document has, in the order of appearance. */
export function documentsText(rows: readonly Row[], format: OutputFormat): Iterable<string> {
  switch (format) {
    case 'csv':
      return csvText(rows);
    case 'ndjson':
      return inChunks(rows, (row) => `${jsonOf(row)}\n`);
    case 'json':
      return jsonText(rows);
  }
}

function* csvText(rows: readonly Row[]): Generator<string, void, undefined> {
  const columns = new Set<string>();
  for (const [, document] of rows) for (const column of flatDocument(document).keys()) columns.add(column);
  columns.delete(KEY);
  yield csvLine([KEY, ...columns]);
  yield* inChunks(rows, ([key, document]) => {
    const cells = flatDocument(document);
    return csvLine([key, ...Array.from(columns, (column) => cells.get(column))]);
  });
}

function csvLine(cells: readonly CellValue[]): string {
  return `${cells.map(cellText).join(',')}\n`;
}

function cellText(value: CellValue): string {
  if (typeof value !== 'string') return value === undefined ? '' : String(value);
  return NUMBER.test(value) ? value : csvCell(value);
}

function* jsonText(rows: readonly Row[]): Generator<string, void, undefined> {
  yield '[';
  let separator = '\n';
  yield* inChunks(rows, (row) => {
    const text = `${separator}${jsonOf(row)}`;
    separator = ',\n';
    return text;
  });
  yield '\n]\n';
}

function jsonOf([key, document]: Row): string {
  const { [KEY]: _, ...fields } = document as Readonly<Record<string, unknown>>;
  return JSON.stringify({ [KEY]: key, ...fields });
}

function* inChunks(rows: readonly Row[], textOf: (row: Row) => string): Generator<string, void, undefined> {
  for (let start = 0; start < rows.length; start += CHUNK_ROWS) {
    const chunk = rows.slice(start, start + CHUNK_ROWS);
    yield chunk.map(textOf).join('');
  }
}
