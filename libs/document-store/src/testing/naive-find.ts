import type { Keyset } from '../sort-order.js';

/** A document of the contract: every kind of value a filter or a sort can meet, all of it optional. */
export interface Sample {
  readonly state?: string | null;
  readonly rank?: number | null;
  readonly isOpen?: boolean;
  readonly tags?: readonly string[];
  readonly place?: { readonly city?: string | null; readonly floor?: number };
  readonly people?: readonly { readonly side: string; readonly age?: number }[];
}

/** One condition in its simplest form: a path, an operator, a value. */
export type SimpleCondition = readonly [path: string, operator: string, value: unknown];

/** A row of the model: what the contract compares with. */
export interface Row {
  readonly id: string;
  readonly document: Sample;
}

/** What a list is asked for in the contract, in its simplest form. */
export interface NaiveQuery {
  /** Alternatives of conditions that all hold; no alternative at all means everything. */
  readonly anyOf: readonly (readonly SimpleCondition[])[];
  readonly sort: readonly (readonly [string, 'asc' | 'desc'])[];
}

/** Filters and sorts by looking at every row: the meaning of `find`, written without any of its code. */
export function naiveFind(rows: readonly Row[], { anyOf, sort }: NaiveQuery): readonly Row[] {
  const holds = (row: Row): boolean =>
    anyOf.length === 0 || anyOf.some((all) => all.every((condition) => conditionHolds(row, condition)));
  return rows.filter(holds).sort((left, right) => naiveOrder(sort, left, right));
}

/** The place of a row under a sort, as a cursor holds it. */
export function naiveKeyset(sort: NaiveQuery['sort'], row: Row): Keyset {
  return { values: sort.map(([path]) => (single(row, path) ?? null) as string | null), id: row.id };
}

function conditionHolds(row: Row, [path, operator, value]: SimpleCondition): boolean {
  const values = valuesOf(row, path);
  const equals = (wanted: unknown): boolean => values.some((found) => (found ?? null) === wanted);
  const compares = (test: (found: string, wanted: string) => boolean): boolean =>
    values.some((found) => typeof found === typeof value && test(found as string, value as string));
  switch (operator) {
    case '$eq':
      return equals(value);
    case '$ne':
      return !equals(value);
    case '$in':
      return (value as readonly unknown[]).some(equals);
    case '$nin':
      return !(value as readonly unknown[]).some(equals);
    case '$gt':
      return compares((found, wanted) => found > wanted);
    case '$gte':
      return compares((found, wanted) => found >= wanted);
    case '$lt':
      return compares((found, wanted) => found < wanted);
    case '$lte':
      return compares((found, wanted) => found <= wanted);
    default:
      return (single(row, path) !== undefined) === value;
  }
}

function naiveOrder(sort: NaiveQuery['sort'], left: Row, right: Row): number {
  for (const [path, direction] of sort) {
    const [a, b] = [single(left, path) ?? null, single(right, path) ?? null] as [string | null, string | null];
    if (a === b) continue;
    const isLess = a === null || (b !== null && a < b);
    return isLess === (direction === 'asc') ? -1 : 1;
  }
  return left.id < right.id === (sort.at(-1)?.[1] !== 'desc') ? -1 : 1;
}

function single({ id, document }: Row, path: string): unknown {
  if (path === '_id') return id;
  return path === 'place.city' ? document.place?.city : document[path as keyof Sample];
}

/** The values that equality and ranges look at: an array's elements, or the one value, which may be missing. */
function valuesOf(row: Row, path: string): readonly unknown[] {
  if (path === 'people.side') return row.document.people?.map(({ side }) => side) ?? [undefined];
  const value = single(row, path);
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}
