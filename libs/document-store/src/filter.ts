/** What a field holds that can be compared, sorted by and indexed. */
export type Scalar = string | number | boolean | null;

/**
 * MongoDB's comparison operators, as far as every adapter means the same by them. Comparisons see only values of their
 * own type; `null` equals a missing field; on an array each operator looks at the elements (`$ne`, `$nin`: at none).
 */
export interface Comparison<Value extends Scalar = Scalar> {
  readonly $eq?: Value | null;
  readonly $ne?: Value | null;
  readonly $in?: readonly (Value | null)[];
  readonly $nin?: readonly (Value | null)[];
  readonly $gt?: Exclude<Value, null>;
  readonly $gte?: Exclude<Value, null>;
  readonly $lt?: Exclude<Value, null>;
  readonly $lte?: Exclude<Value, null>;
  readonly $exists?: boolean;
}

/** What a filter asks of one field: a value (equality, or membership in an array) or {@link Comparison}. */
export type Condition<Value extends Scalar = Scalar> = Value | null | Comparison<Value>;

type FieldValue<Field> =
  NonNullable<Field> extends readonly (infer Element)[] ? Extract<Element, Scalar> : Extract<Field, Scalar>;

/**
 * A safe part of MongoDB's query language (design.md section 5): all conditions hold. Dotted paths reach into objects
 * and into the objects of an array (`contacts.side`). Not promised: `null` and `$exists` through an array of objects,
 * and arrays inside arrays.
 */
export type Filter<Document extends object> = {
  readonly [Field in keyof Document & string]?: Condition<FieldValue<Document[Field]>>;
} & {
  readonly _id?: Condition<string>;
  readonly $and?: readonly Filter<Document>[];
  readonly $or?: readonly Filter<Document>[];
  readonly [path: `${string}.${string}`]: Condition;
};

/** One filter that holds where all the given ones hold; `undefined` ones are left out, none at all means every document. */
export function allOf<Document extends object>(
  ...filters: readonly (Filter<Document> | undefined)[]
): Filter<Document> {
  const given = filters.filter((filter) => filter !== undefined && Object.keys(filter).length > 0);
  return (given.length > 1 ? { $and: given } : (given[0] ?? {})) as Filter<Document>;
}
