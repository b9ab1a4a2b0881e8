import { Query } from 'mingo';
import { pathReader } from '../document-path.js';
import type { Scalar } from '../filter.js';
import { isScalar } from '../sort-order.js';
import type { Conjunct } from './conjuncts.js';

type Comparing = (found: Exclude<Scalar, null>, wanted: Exclude<Scalar, null>) => boolean;

const COMPARISONS: Readonly<Record<string, Comparing>> = {
  $eq: (found, wanted) => found === wanted,
  $gt: (found, wanted) => found > wanted,
  $gte: (found, wanted) => found >= wanted,
  $lt: (found, wanted) => found < wanted,
  $lte: (found, wanted) => found <= wanted,
};

/**
 * The test of a condition that compares a field with one value, without mingo wherever the field holds one value itself:
 * a list that walks an index past many documents spends its time here. `undefined`: the condition is of another kind.
 */
export function plainTest({ path, operator, value, filter }: Conjunct): ((document: object) => boolean) | undefined {
  const compares = COMPARISONS[operator];
  if (compares === undefined || !isScalar(value) || value === null) return undefined;
  if (path === undefined || path === '_id' || /(^|\.)\d/.test(path)) return undefined;
  const read = pathReader(path);
  const query = new Query(filter, { scriptEnabled: false });
  return (document) => {
    const found = read(document);
    if (typeof found === typeof value) return compares(found as Exclude<Scalar, null>, value);
    return Array.isArray(found) && query.test(document as Record<string, unknown>);
  };
}
