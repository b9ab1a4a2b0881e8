import { isScalar } from '../sort-order.js';
import { QueryRefused } from './query-refused.js';
import { storedPath } from './stored-record.js';

/** A filter without its document's type. */
export type LooseFilter = Readonly<Record<string, unknown>>;

const COMPARISONS: ReadonlySet<string> = new Set(['$eq', '$ne', '$gt', '$gte', '$lt', '$lte']);
const MEMBERSHIPS: ReadonlySet<string> = new Set(['$in', '$nin']);

/**
 * The filter that MongoDB is asked with. Nothing is passed on unseen: operators are those of the port, values are
 * scalars, and a plain value is compared explicitly. Throws {@link QueryRefused} for anything else.
 */
export function storedFilter(filter: LooseFilter): LooseFilter {
  const conditions = Object.entries(filter).map(([path, condition]) => storedCondition(path, condition));
  return conditions.length === 1 ? (conditions[0] ?? {}) : allHold(conditions);
}

/** One filter that holds where all of the given ones hold; MongoDB refuses an empty `$and`. */
export function allHold(filters: readonly LooseFilter[]): LooseFilter {
  return filters.length === 0 ? {} : { $and: filters };
}

/** A path into a document as a path into its record. Throws {@link QueryRefused} for a path with an operator in it. */
export function checkedPath(path: string): string {
  if (path === '' || path.split('.').some((part) => part.startsWith('$')))
    throw new QueryRefused(
      `"${path}" is no field path. A path names fields of the document, none of which begin with $.`,
    );
  return storedPath(path);
}

function storedCondition(path: string, condition: unknown): LooseFilter {
  if (path === '$and' || path === '$or') return combined(path, condition);
  const field = checkedPath(path);
  if (isScalar(condition)) return { [field]: { $eq: condition } };
  if (typeof condition !== 'object' || Array.isArray(condition)) throw refused(path, condition);
  const operators = Object.entries(condition);
  if (operators.length === 0 || !operators.every(([operator, value]) => isComparison(operator, value)))
    throw refused(path, condition);
  return { [field]: Object.fromEntries(operators) };
}

function combined(operator: '$and' | '$or', filters: unknown): LooseFilter {
  if (!Array.isArray(filters)) throw refused(operator, filters);
  const stored = (filters as readonly LooseFilter[]).map(storedFilter);
  if (operator === '$and') return allHold(stored);
  return stored.length === 0 ? { _id: { $in: [] } } : { $or: stored };
}

function isComparison(operator: string, value: unknown): boolean {
  if (COMPARISONS.has(operator)) return isScalar(value);
  if (MEMBERSHIPS.has(operator)) return Array.isArray(value) && value.every(isScalar);
  return operator === '$exists' && typeof value === 'boolean';
}

function refused(path: string, condition: unknown): QueryRefused {
  return new QueryRefused(
    `The filter asks ${JSON.stringify({ condition })} of "${path}". ` +
      'Ask for a text, a number, true, false, null or one of the comparisons that filter.ts lists.',
  );
}
