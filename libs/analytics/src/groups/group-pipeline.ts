import type { Filter, PipelineStage } from '#document-store';

/** What is counted and added up, over which documents. */
export interface GroupsWanted {
  readonly filter: Filter<object>;
  /** The fields whose values make a group; none: all documents are one. */
  readonly by: readonly string[];
  /** The fields that are added up. */
  readonly numbers: readonly string[];
  /** The fields whose least and greatest value is wanted. */
  readonly bounds: readonly string[];
}

/** A group as the pipeline gives it: {@link groupOf} reads it. */
export type GroupRow = Readonly<Record<string, unknown>>;

/** Values by field. */
export type Values = Readonly<Record<string, unknown>>;

/** Documents with the same values in the fields of `keys`. */
export interface Group {
  readonly keys: Values;
  readonly count: number;
  readonly sum: Values;
  readonly avg: Values;
  readonly min: Values;
  readonly max: Values;
}

/** The pipeline for groups, in the order of their keys; at most `limit`. */
export function groupPipeline({ filter, by, numbers, bounds }: GroupsWanted, limit: number): readonly PipelineStage[] {
  return [
    { $match: filter },
    {
      $group: {
        // A missing value and null are the same to who asks.
        _id: by.length === 0 ? null : Object.fromEntries(by.map((field) => [field, { $ifNull: [`$${field}`, null] }])),
        count: { $sum: 1 },
        ...accumulated('sum', numbers),
        ...accumulated('avg', numbers),
        ...accumulated('min', bounds),
        ...accumulated('max', bounds),
      },
    },
    ...(by.length === 0 ? [] : [{ $sort: Object.fromEntries(by.map((field) => [`_id.${field}`, 1])) }]),
    { $limit: limit },
  ];
}

/** The group in a row of the pipeline. */
export function groupOf(row: GroupRow, { numbers, bounds }: GroupsWanted): Group {
  return {
    keys: (row['_id'] ?? {}) as Values,
    count: row['count'] as number,
    sum: valuesOf(row, 'sum', numbers),
    avg: valuesOf(row, 'avg', numbers),
    min: valuesOf(row, 'min', bounds),
    max: valuesOf(row, 'max', bounds),
  };
}

type Accumulator = 'sum' | 'avg' | 'min' | 'max';

function accumulated(accumulator: Accumulator, fields: readonly string[]): Readonly<Record<string, object>> {
  return Object.fromEntries(fields.map((field) => [`${accumulator}_${field}`, { [`$${accumulator}`]: `$${field}` }]));
}

function valuesOf(row: GroupRow, accumulator: Accumulator, fields: readonly string[]): Values {
  return Object.fromEntries(fields.map((field) => [field, row[`${accumulator}_${field}`] ?? null]));
}
