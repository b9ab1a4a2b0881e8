import type { Scalar } from '../filter.js';
import { type AnySort, isScalar, type Keyset } from '../sort-order.js';
import type { CollectionIndexes } from './collection-indexes.adapter.js';
import type { Conjunct } from './conjuncts.js';
import type { Row } from './row.js';
import type { SortedIndex } from './sorted-index.adapter.js';
import type { Cut } from './sorted-entries.adapter.js';

/** One way to the documents that a query may select. */
export interface AccessPath {
  readonly rows: () => Iterable<Row>;
  /** How many rows it leads to: exactly, or at most. */
  readonly count: number;
  readonly isCountExact: boolean;
  /** The rows come in the order wanted, and none from outside `after` and `before`. */
  readonly ordered: boolean;
  /** The conditions that every document on this path fulfils. */
  readonly fulfilled: readonly Conjunct[];
}

/** The order in which documents are wanted: a sort, walked from its end if `backwards`, between two rows. */
export interface Order {
  readonly sort: AnySort;
  readonly backwards: boolean;
  readonly after?: Keyset;
  readonly before?: Keyset;
}

/** The conditions that a place in a sorted index answers: equality on its first fields, then ranges on the next. */
interface ConditionsServed {
  readonly equals: readonly Conjunct[];
  readonly ranges: readonly Conjunct[];
}

const RANGES: ReadonlySet<string> = new Set(['$gt', '$gte', '$lt', '$lte']);

/** The ways that the indexes of a collection offer for a filter and, if wanted, an order. */
export function accessPaths(
  indexes: CollectionIndexes,
  conjuncts: readonly Conjunct[],
  order: Order | undefined,
): readonly AccessPath[] {
  const byEquality = conjuncts.flatMap((conjunct) => idPath(indexes, conjunct) ?? hashPath(indexes, conjunct) ?? []);
  const bySorting = indexes.sortedFields.flatMap((fields) => sortedPath(indexes, fields, conjuncts, order) ?? []);
  return [...byEquality, ...bySorting];
}

function idPath(indexes: CollectionIndexes, conjunct: Conjunct): AccessPath | undefined {
  const values = conjunct.path === '_id' ? equalValues(conjunct) : undefined;
  if (values === undefined) return undefined;
  const ids = new Set(values.filter((value) => typeof value === 'string'));
  const rows = [...ids].flatMap((id) => indexes.rows.get(id) ?? []);
  return { rows: () => rows, count: rows.length, isCountExact: false, ordered: false, fulfilled: [conjunct] };
}

function hashPath(indexes: CollectionIndexes, conjunct: Conjunct): AccessPath | undefined {
  const values = equalValues(conjunct);
  if (values === undefined || conjunct.path === undefined) return undefined;
  const index = indexes.hash(conjunct.path);
  if (index === undefined) return undefined;
  const { count, isExact } = index.countOf(values);
  const fulfilled = index.isExact ? [conjunct] : [];
  return { rows: () => index.rowsOf(values), count, isCountExact: isExact, ordered: false, fulfilled };
}

function equalValues({ operator, value }: Conjunct): readonly Scalar[] | undefined {
  if (operator === '$eq') return isScalar(value) ? [value] : undefined;
  if (operator === '$in' && Array.isArray(value)) return value.every(isScalar) ? value : undefined;
  return undefined;
}

function sortedPath(
  indexes: CollectionIndexes,
  fields: readonly string[],
  conjuncts: readonly Conjunct[],
  order: Order | undefined,
): AccessPath | undefined {
  const { equals, ranges } = conditionsServed(fields, conjuncts);
  const fulfilled = [...equals, ...ranges];
  const ordering = order && orderServed(fields, equals.length, order);
  if (ordering === undefined && !isWorthwhile(indexes, equals, ranges)) return undefined;
  const index = indexes.sortedBy(fields);
  if (!index.servesConditions && fulfilled.length > 0) return undefined;
  const prefix = equals.map(({ value }) => value as Scalar);
  const lower: Cut[] = [{ keys: prefix, side: 'before' }];
  const upper: Cut[] = [{ keys: prefix, side: 'behind' }];
  for (const range of ranges) addRange(range, prefix, lower, upper);
  if (ordering !== undefined) addWindow(ordering, prefix, lower, upper);
  const path = windowOf(index, lower, upper, ordering?.walksBackwards ?? false);
  return { ...path, ordered: ordering !== undefined, fulfilled };
}

/** Without serving the order, a sorted index has to know more than a hash index does. */
function isWorthwhile(indexes: CollectionIndexes, equals: readonly Conjunct[], ranges: readonly Conjunct[]): boolean {
  const [only] = equals;
  if (ranges.length > 0 || equals.length > 1) return true;
  return only?.path !== undefined && !indexes.isHashed(only.path);
}

function windowOf(index: SortedIndex, lower: readonly Cut[], upper: readonly Cut[], backwards: boolean) {
  const start = Math.max(...lower.map((cut) => index.entries.rankOf(cut)));
  const end = Math.min(...upper.map((cut) => index.entries.rankOf(cut)));
  return {
    rows: () => index.entries.rows(start, end, backwards),
    count: Math.max(0, end - start),
    isCountExact: true,
  };
}

function conditionsServed(fields: readonly string[], conjuncts: readonly Conjunct[]): ConditionsServed {
  const equals: Conjunct[] = [];
  for (const field of fields) {
    const equal = conjuncts.find(
      ({ path, operator, value }) => path === field && operator === '$eq' && isScalar(value),
    );
    if (equal === undefined) return { equals, ranges: conjuncts.filter((conjunct) => isRange(conjunct, field)) };
    equals.push(equal);
  }
  return { equals, ranges: [] };
}

function isRange({ path, operator, value }: Conjunct, field: string): boolean {
  return path === field && RANGES.has(operator) && isScalar(value) && value !== null;
}

interface OrderServed {
  /** How many fields stand in front of the sort's own in the index. */
  readonly prefix: number;
  readonly descending: boolean;
  readonly walksBackwards: boolean;
  readonly order: Order;
}

/** Whether an index has the order wanted behind fields that the filter keeps equal. */
function orderServed(fields: readonly string[], equals: number, order: Order): OrderServed | undefined {
  const prefix = fields.length - order.sort.length;
  const directions = new Set(order.sort.map(([, direction]) => direction));
  const serves = prefix >= 0 && prefix <= equals && order.sort.every(([field], at) => fields[prefix + at] === field);
  if (!serves || directions.size > 1) return undefined;
  const descending = directions.has('desc');
  return { prefix, descending, walksBackwards: descending !== order.backwards, order };
}

function addWindow({ prefix, descending, order }: OrderServed, equals: readonly Scalar[], lower: Cut[], upper: Cut[]) {
  const cut = (row: Keyset, side: 'before' | 'behind'): Cut => ({
    keys: [...equals.slice(0, prefix), ...row.values],
    id: row.id,
    side,
  });
  const [floor, ceiling] = descending ? [order.before, order.after] : [order.after, order.before];
  if (floor !== undefined) lower.push(cut(floor, 'behind'));
  if (ceiling !== undefined) upper.push(cut(ceiling, 'before'));
}

/** A range sees only values of its own type: it ends where the next type begins. */
function addRange({ operator, value }: Conjunct, prefix: readonly Scalar[], lower: Cut[], upper: Cut[]): void {
  const cut = (key: Scalar, side: 'before' | 'behind'): Cut => ({ keys: [...prefix, key], side });
  const bound = value as Exclude<Scalar, null>;
  const [least, beyond] = typeBounds(bound);
  if (operator === '$gt' || operator === '$gte') {
    lower.push(cut(bound, operator === '$gt' ? 'behind' : 'before'));
    upper.push(cut(beyond.key, beyond.side));
  } else {
    lower.push(cut(least, 'before'));
    upper.push(cut(bound, operator === '$lte' ? 'behind' : 'before'));
  }
}

function typeBounds(value: Exclude<Scalar, null>): [Scalar, { key: Scalar; side: 'before' | 'behind' }] {
  if (typeof value === 'number') return [-Infinity, { key: Infinity, side: 'behind' }];
  if (typeof value === 'string') return ['', { key: false, side: 'before' }];
  return [false, { key: true, side: 'behind' }];
}
