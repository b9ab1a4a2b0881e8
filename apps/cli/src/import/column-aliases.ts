import { foldText } from '#directory/domain';
import type { ImportField, SourceCell, SourceCells } from './profile.js';
import { importFields } from './profile.js';
import type { TableRow } from './table.js';

/** The field that each known column name means, by the name without case, accents and punctuation. */
export type ColumnAliases = ReadonlyMap<string, ImportField>;

/** Prepares the names under which a source writes its fields for {@link aliasedCells}. */
export function columnAliases(names: Readonly<Partial<Record<ImportField, readonly string[]>>>): ColumnAliases {
  return new Map(
    importFields.flatMap((field) => (names[field] ?? []).map((name) => [columnKey(name), field] as const)),
  );
}

/** Whether a header has a column for each of the fields. */
export function hasColumns(fields: readonly ImportField[], aliases: ColumnAliases, header: readonly string[]): boolean {
  const found = new Set(header.map((column) => fieldOf(column, aliases)));
  return fields.every((field) => found.has(field));
}

/** The columns of a header that no alias names. */
export function columnsBeside(aliases: ColumnAliases, header: readonly string[]): readonly string[] {
  return header.filter((column) => fieldOf(column, aliases) === undefined);
}

/** The cells of a row by field; where several columns hold a field, the first that is filled. */
export function aliasedCells(row: TableRow, aliases: ColumnAliases): SourceCells {
  const cells: Partial<Record<ImportField, SourceCell>> = {};
  for (const [column, text] of Object.entries(row.cells)) {
    const field = fieldOf(column, aliases);
    if (field !== undefined && (cells[field]?.text ?? '') === '') cells[field] = { column, text };
  }
  return cells;
}

/** `Kategorie/category` is how the template's description writes "either name". */
function fieldOf(column: string, aliases: ColumnAliases): ImportField | undefined {
  const field = aliases.get(columnKey(column));
  if (field !== undefined || !column.includes('/')) return field;
  return column
    .split('/')
    .map((part) => aliases.get(columnKey(part)))
    .find((found) => found !== undefined);
}

function columnKey(column: string): string {
  return foldText(column).replace(/[^\p{L}\p{N}]/gu, '');
}
