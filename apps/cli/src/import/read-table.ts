import { createHash } from 'node:crypto';
import { detectDecimalComma } from './amount.js';
import { cleanCell } from './clean-cell.js';
import { detectDateStyle } from './date-style.js';
import { decodeText } from './decode-text.js';
import { detectSeparator } from './detect-separator.js';
import type { CsvRecord } from './parse-records.js';
import { parseRecords } from './parse-records.js';
import { readHeader } from './read-header.js';
import type { ImportWarning, Separator, Table, TableRefused, TableRow } from './table.js';
import { refuseTable } from './table.js';

/**
 * Reads the bytes of a partner list as a table (domain.md 7.1, step 1) and says how they were understood. Never throws:
 * what is not a table is refused with a message that names the way out, and a row whose cells do not line up with the
 * header carries its problem, so that it is rejected alone.
 */
export function readTable(bytes: Uint8Array): Table | TableRefused {
  const decoded = decodeText(bytes);
  if (decoded.outcome === 'refused') return decoded;
  const layout = findLayout(decoded.text.replace(/\r\n?/g, '\n'));
  const parsed = parseRecords(layout.body, layout.separator);
  if (parsed.outcome === 'quote-not-closed') return quoteNotClosed(parsed.line + layout.skippedLines);
  const [head, ...data] = parsed.records.filter(({ cells }) => cells.some((cell) => cleanCell(cell).text !== ''));
  if (head === undefined) return refuseTable('FILE_EMPTY', 'The file holds no text: export the list again.');
  const read = readHeader(head.cells);
  if (read.outcome === 'refused') return read;
  if (data.length === 0) {
    return refuseTable('ROWS_MISSING', 'The file has column names but no row below them: export the list again.');
  }
  const rows = data.map((record) => readRow(record, read.header, layout.skippedLines));
  const texts = rows.flatMap(({ cells }) => Object.values(cells));
  const dates = detectDateStyle(texts);
  return {
    outcome: 'read',
    dialect: {
      encoding: decoded.encoding,
      separator: layout.separator,
      dateStyle: dates.style,
      decimalComma: detectDecimalComma(texts, layout.separator),
    },
    header: read.header,
    rows,
    warnings: dates.doubt === undefined ? [] : [{ code: 'DATE_STYLE_AMBIGUOUS', message: dates.doubt }],
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

interface Layout {
  readonly body: string;
  readonly separator: Separator;
  readonly skippedLines: number;
}

/** Excel may write the separator into a line of its own above the header. */
function findLayout(text: string): Layout {
  const directive = /^sep=([,;\t])\n/iu.exec(text);
  if (directive === null) return { body: text, separator: detectSeparator(text), skippedLines: 0 };
  const separator = directive[1] === ';' || directive[1] === '\t' ? directive[1] : ',';
  return { body: text.slice(directive[0].length), separator, skippedLines: 1 };
}

function quoteNotClosed(line: number): TableRefused {
  return refuseTable(
    'QUOTE_NOT_CLOSED',
    `The row that starts in line ${String(line)} opens a quote that is never closed: close it, or double a quote that belongs to the text.`,
  );
}

function readRow(record: CsvRecord, header: readonly string[], skippedLines: number): TableRow {
  const cleaned = header.map((column, index) => ({ column, ...cleanCell(record.cells[index] ?? '') }));
  const problem = misalignment(record.cells, header.length);
  return {
    rowNo: record.line + skippedLines,
    cells: Object.fromEntries(cleaned.map(({ column, text }) => [column, text])),
    ...(problem === undefined ? {} : { problem }),
    warnings: cleaned
      .filter(({ removed }) => removed > 0)
      .map(({ column, removed }) => removalWarning(column, removed)),
  };
}

function removalWarning(column: string, removed: number): ImportWarning {
  return {
    code: 'INVISIBLE_CHARACTERS_REMOVED',
    message: `${column}: ${String(removed)} invisible characters removed.`,
  };
}

/** More cells are fine while they are empty: spreadsheets write separators for columns nobody uses. */
function misalignment(cells: readonly string[], columns: number): string | undefined {
  const surplus = cells.slice(columns).some((cell) => cell.trim() !== '');
  if (cells.length >= columns && !surplus) return undefined;
  return `Cells in the row: ${String(cells.length)}, in the header: ${String(columns)}. Put a value that contains the separator or a line break in quotes.`;
}
