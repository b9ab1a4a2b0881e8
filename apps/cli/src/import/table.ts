/** How the bytes of a file became text. `windows-1252` is what is left when a file without a mark is not UTF-8. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** The character between two cells. */
export type Separator = ',' | ';' | '\t';

/**
 * How the file writes dates. Only the two slashed styles change how a cell is read: `2026-03-31` and `31.03.2026` explain
 * themselves wherever they stand. `YYYY-MM-DD` also when the file has no date at all.
 */
export type DateStyle = 'YYYY-MM-DD' | 'DD.MM.YYYY' | 'DD/MM/YYYY' | 'MM/DD/YYYY';

/** What was found out about how a file is written (domain.md 7.1, step 1); shown in the dry run, so that people can object. */
export interface Dialect {
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly dateStyle: DateStyle;
  /** True when `1,5` means one and a half. */
  readonly decimalComma: boolean;
}

/** Something the reader changed or doubts although the row or file is usable. */
export interface ImportWarning {
  readonly code: ImportWarningCode;
  readonly message: string;
}

/** When each warning is given. */
export const importWarnings = {
  DATE_STYLE_AMBIGUOUS:
    'Dates with slashes fit the European and the US order, or some fit only one and some the other.',
  INVISIBLE_CHARACTERS_REMOVED: 'A cell held control or invisible formatting characters; they were removed.',
  COUNTRY_UNKNOWN:
    'The country is neither an ISO 3166-1 code nor a German or English country name; it is left unknown.',
  DOMAIN_SHARED_HOST: 'The website lies on a host that many companies use, so it does not identify this one.',
  DOMAIN_UNREADABLE: 'The website holds no domain name; it is left unknown.',
  VAT_ID_UNREADABLE: 'The VAT id does not have the form of one; it is left unknown.',
  REGISTER_INCOMPLETE: 'A register entry needs court, type and number; it is left unknown.',
  CONTACT_INCOMPLETE: 'A contact lacks a name or a readable mail address; what is missing is left unknown.',
  AGREEMENT_INCOMPLETE:
    'An end or a notice period is given without the date of signature; the agreement is left unknown.',
  COMPANY_POSSIBLE_DUPLICATE: 'Another row may be the same company, but something contradicts it (domain.md 2.7).',
} as const;

/** A code of {@link importWarnings}. */
export type ImportWarningCode = keyof typeof importWarnings;

/** One data row as text. */
export interface TableRow {
  /** The number of the line, counted from 1, in which the row starts: what an editor shows. */
  readonly rowNo: number;
  /** Header to cell: trimmed, without invisible characters; a missing cell is the empty string. */
  readonly cells: Readonly<Record<string, string>>;
  /** Why the row cannot be trusted at all: its cells do not line up with the header. */
  readonly problem?: string;
  readonly warnings: readonly ImportWarning[];
}

/** A file read as a table; nothing is interpreted yet. */
export interface Table {
  readonly outcome: 'read';
  readonly dialect: Dialect;
  readonly header: readonly string[];
  /** Every row that is not empty, in the order of the file. */
  readonly rows: readonly TableRow[];
  readonly warnings: readonly ImportWarning[];
  /** Hex SHA-256 of the bytes as they came (ImportStaged.fileSha256). */
  readonly sha256: string;
}

/** When a whole file is refused. */
export const tableRefusals = {
  FILE_EMPTY: 'The file holds no text.',
  FILE_BINARY: 'The file is a workbook, an archive or other binary data, not text.',
  FILE_UNREADABLE: 'The bytes are not valid in the encoding that the mark at their beginning names.',
  QUOTE_NOT_CLOSED: 'A quoted cell never ends, so everything behind it would be swallowed.',
  HEADER_MISSING: 'The first row holds data instead of column names.',
  HEADER_INCOMPLETE: 'A column has no name.',
  HEADER_DUPLICATE: 'Two columns have the same name.',
  ROWS_MISSING: 'There is a header but no row below it.',
} as const;

/** A code of {@link tableRefusals}. */
export type TableRefusalCode = keyof typeof tableRefusals;

/** Why a file cannot be read as a table; `message` names the way out. */
export interface TableRefused {
  readonly outcome: 'refused';
  readonly code: TableRefusalCode;
  readonly message: string;
}

/** Refuses a file. */
export function refuseTable(code: TableRefusalCode, message: string): TableRefused {
  return { outcome: 'refused', code, message };
}
