import type { Scalar } from '../filter.js';
import type { AnySort, Keyset } from '../sort-order.js';

/** A field of a total order: where it stands in the record, and which value of a keyset is its own. */
export interface OrderedField {
  readonly path: string;
  readonly ascending: boolean;
  readonly valueIn: (keyset: Keyset) => Scalar;
}

/** Conditions on the fields of a record, all of which hold. */
export type FieldConditions = Readonly<Record<string, Readonly<Record<string, Scalar>>>>;

/**
 * A sort as a total order: each field once, nothing behind `_id`, which stands at the end in the direction of the last
 * field. `pathOf` gives the place of a field in the record.
 */
export function totalOrder(sort: AnySort, pathOf: (field: string) => string): readonly OrderedField[] {
  const fields: OrderedField[] = [];
  for (const [index, [field, direction]] of sort.entries()) {
    const path = pathOf(field);
    if (fields.some((other) => other.path === path)) continue;
    fields.push({ path, ascending: direction === 'asc', valueIn: ({ values }) => values[index] ?? null });
    if (path === '_id') return fields;
  }
  const ascending = fields.at(-1)?.ascending ?? true;
  return [...fields, { path: '_id', ascending, valueIn: ({ id }) => id }];
}

/**
 * Which rows lie behind a place under an order, or in front of it: alternatives, each of which is one range of an index
 * over the order's fields, in the order's own order. None at all: no row can.
 */
export function rowsBeyond(
  order: readonly OrderedField[],
  place: Keyset,
  side: 'behind' | 'before',
): readonly FieldConditions[] {
  const alternatives: FieldConditions[] = [];
  let equal: FieldConditions = {};
  for (const { path, ascending, valueIn } of order) {
    const value = valueIn(place);
    const ranges = valuesBeyond(value, ascending === (side === 'behind'));
    for (const range of path === '_id' ? ranges.slice(0, 1) : ranges) alternatives.push({ ...equal, [path]: range });
    equal = { ...equal, [path]: { $eq: value } };
  }
  return alternatives;
}

/** `null`, which stands for a missing field too, lies below everything else; ranges see only values of one type. */
function valuesBeyond(value: Scalar, upwards: boolean): readonly Readonly<Record<string, Scalar>>[] {
  if (value === null) return upwards ? [{ $ne: null }] : [];
  return upwards ? [{ $gt: value }] : [{ $lt: value }, { $eq: null }];
}
