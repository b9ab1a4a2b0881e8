import { isScalar } from '../sort-order.js';

/** A filter without its document's type: what planning works on. */
export type LooseFilter = Readonly<Record<string, unknown>>;

/** One condition of a filter, all of which have to hold. `path` is absent where it is not about one field (`$or`). */
export interface Conjunct {
  readonly path?: string;
  readonly operator: string;
  readonly value: unknown;
  /** The condition as a filter of its own. */
  readonly filter: LooseFilter;
}

/** A filter taken apart into the conditions that all have to hold. */
export function conjunctsOf(filter: LooseFilter): readonly Conjunct[] {
  return Object.entries(filter).flatMap(([path, condition]): readonly Conjunct[] => {
    if (path === '$and' && Array.isArray(condition)) return (condition as readonly LooseFilter[]).flatMap(conjunctsOf);
    if (path.startsWith('$')) return [{ operator: path, value: condition, filter: { [path]: condition } }];
    if (isScalar(condition)) return [{ path, operator: '$eq', value: condition, filter: { [path]: condition } }];
    return operatorsOf(path, condition);
  });
}

function operatorsOf(path: string, condition: unknown): readonly Conjunct[] {
  const operators = Object.entries(condition as LooseFilter);
  if (operators.length === 0 || operators.some(([operator]) => !operator.startsWith('$')))
    return [{ operator: 'other', value: condition, filter: { [path]: condition } }];
  return operators.map(([operator, value]) => ({ path, operator, value, filter: { [path]: { [operator]: value } } }));
}
