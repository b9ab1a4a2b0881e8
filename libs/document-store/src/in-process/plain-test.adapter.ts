import { Query } from 'mingo';
import { pathReader } from '../document-path.js';
import type { Scalar } from '../filter.js';
import { isScalar } from '../sort-order.js';
import type { Conjunct } from './conjuncts.js';

type Plain = Exclude<Scalar, null>;
type Comparing = (found: Plain, wanted: Plain) => boolean;

const COMPARISONS: Readonly<Record<string, Comparing>> = {
  $eq: (found, wanted) => found === wanted,
  $gt: (found, wanted) => found > wanted,
  $gte: (found, wanted) => found >= wanted,
  $lt: (found, wanted) => found < wanted,
  $lte: (found, wanted) => found <= wanted,
};

/**
 * The test of a condition that compares a field with one value or with a list of them, without mingo wherever the field
 * holds one value itself: a list that walks an index past many documents spends its time here. `undefined`: the
 * condition is of another kind.
 */
export function plainTest(conjunct: Conjunct): ((document: object) => boolean) | undefined {
  const { path, filter } = conjunct;
  const holds = comparisonOf(conjunct);
  if (holds === undefined || path === undefined || path === '_id' || /(^|\.)\d/.test(path)) return undefined;
  const read = pathReader(path);
  // Made for the first list that is found, which is hardly ever: making it takes as long as testing a hundred documents.
  let query: Query | undefined;
  return (document) => {
    const found = read(document);
    if (!Array.isArray(found)) return isPlain(found) && holds(found);
    query ??= new Query(filter, { scriptEnabled: false });
    return query.test(document as Record<string, unknown>);
  };
}

function comparisonOf({ operator, value }: Conjunct): ((found: Plain) => boolean) | undefined {
  if (operator === '$in') {
    if (!Array.isArray(value) || !value.every(isPlain)) return undefined;
    const wanted = new Set<Plain>(value);
    return (found) => wanted.has(found);
  }
  const compares = COMPARISONS[operator];
  if (compares === undefined || !isPlain(value)) return undefined;
  return (found) => typeof found === typeof value && compares(found, value);
}

/** A value that compares by itself: `null` stands for a missing field, too. */
function isPlain(value: unknown): value is Plain {
  return isScalar(value) && value !== null;
}
