import { allOf, type Comparison, type Filter, type Scalar } from '#document-store';

/** What one field is asked for; all of it has to hold. */
export interface FieldCondition {
  readonly eq?: Scalar;
  readonly in?: readonly Scalar[];
  readonly gt?: Scalar;
  readonly gte?: Scalar;
  readonly lt?: Scalar;
  readonly lte?: Scalar;
  readonly startsWith?: string;
  readonly has?: Scalar;
  readonly isNull?: boolean;
}

/** The operators that conditions may have. */
export type Operator = keyof FieldCondition;

/** What documents are asked for, by field; of a field with an object, or a list of these, by the fields in it. */
export type Conditions = Readonly<Record<string, FieldCondition | Readonly<Record<string, FieldCondition>>>>;

/** The document store's filter for conditions. */
export function where(conditions: Conditions): Filter<object> {
  return allOf<object>(...Object.entries(conditions).flatMap(([field, condition]) => filtersFor(field, condition)));
}

/** An operator is given a value or a list of them, the name of a field in an object what that is asked for. */
function filtersFor(path: string, condition: Conditions[string]): readonly Filter<object>[] {
  return Object.entries(condition).flatMap(([name, value]: [string, unknown]) =>
    isCondition(value)
      ? filtersFor(`${path}.${name}`, value)
      : [{ [path]: comparisons[name as Operator](value as never) }],
  );
}

function isCondition(value: unknown): value is FieldCondition {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const comparisons: { readonly [Name in Operator]: (value: NonNullable<FieldCondition[Name]>) => Comparison } = {
  eq: (value) => ({ $eq: value }),
  in: (values) => ({ $in: values }),
  gt: (value) => ({ $gt: value }),
  gte: (value) => ({ $gte: value }),
  lt: (value) => ({ $lt: value }),
  lte: (value) => ({ $lte: value }),
  // On a list, equality asks its elements.
  has: (value) => ({ $eq: value }),
  isNull: (isNull) => (isNull ? { $eq: null } : { $ne: null }),
  startsWith: (prefix) => ({ $gte: prefix, ...upTo(prefix) }),
};

/** The first character that UTF-16 writes with two units: beyond it the stores put texts into different orders. */
const FIRST_SURROGATE = 0xd800;

/** The end of the range of texts that begin with a prefix, so that an index finds them; none for the empty prefix. */
function upTo(prefix: string): Comparison {
  if (prefix === '') return {};
  const last = prefix.charCodeAt(prefix.length - 1);
  if (last + 1 >= FIRST_SURROGATE) return { $lt: `${prefix}\uffff` };
  return { $lt: prefix.slice(0, -1) + String.fromCharCode(last + 1) };
}
