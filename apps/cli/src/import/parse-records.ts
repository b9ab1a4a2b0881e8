import { parse } from 'csv-parse/sync';
import type { Separator } from './table.js';

/** The cells of one record and the line, counted from 1, in which it starts. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Records, or those before the record whose quote is never closed, and its line. */
export type ParsedRecords =
  | { readonly outcome: 'parsed'; readonly records: readonly CsvRecord[] }
  | { readonly outcome: 'quote-not-closed'; readonly records: readonly CsvRecord[]; readonly line: number };

/**
 * Splits text (line ends already `\n`) into records: RFC 4180 with quoted line breaks and doubled quotes, lenient about a
 * quote inside an unquoted cell. Records may differ in length. `limit` stops after that many records.
 */
export function parseRecords(text: string, separator: Separator, limit?: number): ParsedRecords {
  const records: CsvRecord[] = [];
  let nextLine = 1;
  try {
    parse(text, {
      delimiter: separator,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      ...(limit === undefined ? {} : { to: limit }),
      on_record: (cells: string[], { lines }) => {
        records.push({ line: nextLine, cells });
        nextLine = lines + 1;
        return null;
      },
    });
  } catch {
    return { outcome: 'quote-not-closed', records, line: nextLine };
  }
  return { outcome: 'parsed', records };
}
