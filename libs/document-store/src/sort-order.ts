import { pathReader } from './document-path.js';
import type { Scalar } from './filter.js';

/** Order of a sorted field: smallest first, or largest first. */
export type SortDirection = 'asc' | 'desc';

/** A field of a document, a dotted path into it, or the document's id. */
export type FieldPath<Document extends object> = (keyof Document & string) | '_id' | `${string}.${string}`;

/**
 * Fields in order of weight. `_id` breaks ties in the direction of the last field (ascending without fields), so that
 * the order is total. A sort field holds scalars of one type or nothing; what is missing sorts as `null`, before
 * everything else when ascending. Not promised: whether texts compare by code unit or by code point, which differ only
 * beyond U+D7FF.
 */
export type Sort<Document extends object> = readonly (readonly [FieldPath<Document>, SortDirection])[];

/** A sort without its document's type. */
export type AnySort = readonly (readonly [string, SortDirection])[];

/** A place between rows under a sort: the sort values of a row and its id. What a list's cursor holds. */
export interface Keyset {
  readonly values: readonly Scalar[];
  readonly id: string;
}

/** Reads the sort value of a row for one field. */
export type SortReader = (id: string, document: object) => Scalar;

/** Reads what a row sorts by under one field: the scalar there, the id for `_id`, otherwise `null`. */
export function sortReader(field: string): SortReader {
  if (field === '_id') return (id) => id;
  const read = pathReader(field);
  return (_id, document) => {
    const value = read(document);
    return isScalar(value) ? value : null;
  };
}

/** Reads the keysets of rows under a sort. */
export function keysetReader(sort: AnySort): (id: string, document: object) => Keyset {
  const readers = sort.map(([field]) => sortReader(field));
  return (id, document) => ({ values: readers.map((read) => read(id, document)), id });
}

/** The keyset of one row under a sort, to be handed back as `after` or `before`. */
export function keysetOf(sort: AnySort, id: string, document: object): Keyset {
  return keysetReader(sort)(id, document);
}

/** Compares two sort values ascending: null, numbers, strings (by code unit), booleans. */
export function compareScalars(left: Scalar, right: Scalar): number {
  if (left === right) return 0;
  if (typeof left === typeof right) return (left as string) < (right as string) ? -1 : 1;
  return typeRank(left) - typeRank(right);
}

/** Compares two strings by code unit. */
export function compareIds(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Compares two rows under a sort. */
export function keysetOrder(sort: AnySort): (left: Keyset, right: Keyset) => number {
  const signs = sort.map(([, direction]) => (direction === 'desc' ? -1 : 1));
  const idSign = signs.at(-1) ?? 1;
  return (left, right) => {
    for (const [index, sign] of signs.entries()) {
      const order = compareScalars(left.values[index] ?? null, right.values[index] ?? null);
      if (order !== 0) return order * sign;
    }
    return compareIds(left.id, right.id) * idSign;
  };
}

/** True for what can be compared and indexed: strings, numbers, booleans and `null`. */
export function isScalar(value: unknown): value is Scalar {
  return value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function typeRank(value: Scalar): number {
  if (value === null) return 0;
  if (typeof value === 'number') return 1;
  return typeof value === 'string' ? 2 : 3;
}
