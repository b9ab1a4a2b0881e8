import type { Row } from './documents-text.js';

/** A field to sort by, at any depth (`contact.since`). */
export interface SortField {
  readonly path: readonly string[];
  readonly descending: boolean;
}

/** Reads `state,-reviews`: fields separated by commas, `-` in front of one that descends. */
export function sortFields(text: string): readonly SortField[] {
  return text
    .split(',')
    .map((field) => field.trim())
    .filter((field) => field !== '' && field !== '-')
    .map((field) => ({ path: field.replace(/^-/, '').split('.'), descending: field.startsWith('-') }));
}

/** Documents in the order of some fields, what has no value last, and else of their keys: the same run gives the same file. */
export function sortedRows(documents: ReadonlyMap<string, object>, fields: readonly SortField[]): readonly Row[] {
  return [...documents].sort((one, other) => {
    for (const { path, descending } of fields) {
      const order = compare(valueAt(one[1], path), valueAt(other[1], path), descending);
      if (order !== 0) return order;
    }
    return one[0] < other[0] ? -1 : 1;
  });
}

function valueAt(document: object, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, name) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[name],
    document,
  );
}

function compare(one: unknown, other: unknown, descending: boolean): number {
  const [first, second] = [comparable(one), comparable(other)];
  if (first === second) return 0;
  if (first === undefined) return 1;
  if (second === undefined) return -1;
  const before = typeof first === typeof second ? first < second : typeof first < typeof second;
  return before === descending ? 1 : -1;
}

function comparable(value: unknown): string | number | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value);
}
