import type { Position } from '#event-sourcing';
import { fieldDifferences, fieldOfPath } from '../folding/field-differences.js';

/** A document in the build that is read and in the one beside it, at one position of the log; `undefined`: it is not there. */
export interface ComparedDocument {
  readonly key: string;
  readonly before: object | undefined;
  readonly after: object | undefined;
  /** The positions of the events that changed it last, in either build. */
  readonly changedAt: readonly Position[];
}

/** What differs in one document: one field of it, or all of it when it is in one build only. */
export interface Difference {
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly changedAt: readonly Position[];
}

/** In how many documents something differs, and a few of these differences, the first in the order of the keys. */
export interface Differences {
  readonly documents: number;
  readonly samples: readonly Difference[];
}

/** What two builds differ in, counted over documents. */
export interface RehearsalTally {
  readonly unchanged: number;
  readonly changed: number;
  /** Only in the build beside the one that is read. */
  readonly added: Differences;
  /** Only in the build that is read. */
  readonly gone: Differences;
  /** By field, whatever the place in a list: `contacts.personId`. */
  readonly fields: ReadonlyMap<string, Differences>;
  /** In how many documents fields differ that are not in `fields` any more because those are too many. */
  readonly otherFields: number;
}

/** So many differences are shown of each kind. */
const SAMPLES = 3;
/** So many fields are told apart: documents that are keyed by ids inside would make as many as there are ids. */
const FIELDS = 200;

const none: Differences = { documents: 0, samples: [] };

/** Nothing compared yet. */
export const emptyTally: RehearsalTally = {
  unchanged: 0,
  changed: 0,
  added: none,
  gone: none,
  fields: new Map(),
  otherFields: 0,
};

/** Counts one document. */
export function tallyOf({ key, before, after, changedAt }: ComparedDocument): RehearsalTally {
  const whole = { documents: 1, samples: [{ key, before, after, changedAt }] };
  if (before === undefined && after === undefined) return emptyTally;
  if (before === undefined) return { ...emptyTally, added: whole };
  if (after === undefined) return { ...emptyTally, gone: whole };
  const fields = new Map<string, Differences>();
  for (const { path, before: was, after: is } of fieldDifferences(before, after)) {
    const field = fieldOfPath(path);
    if (fields.has(field)) continue;
    fields.set(field, { documents: 1, samples: [{ key, before: was, after: is, changedAt }] });
  }
  return fields.size === 0 ? { ...emptyTally, unchanged: 1 } : { ...emptyTally, changed: 1, fields };
}

/** Counts the documents of one tally and those of another that come behind them together. */
export function together(one: RehearsalTally, other: RehearsalTally): RehearsalTally {
  return {
    unchanged: one.unchanged + other.unchanged,
    changed: one.changed + other.changed,
    added: added(one.added, other.added),
    gone: added(one.gone, other.gone),
    ...(other.fields.size === 0 ? { fields: one.fields, otherFields: one.otherFields } : fieldsOf(one, other)),
  };
}

function fieldsOf(one: RehearsalTally, other: RehearsalTally): Pick<RehearsalTally, 'fields' | 'otherFields'> {
  const fields = new Map(one.fields);
  let otherFields = one.otherFields + other.otherFields;
  for (const [field, differences] of other.fields)
    if (fields.has(field) || fields.size < FIELDS) fields.set(field, added(fields.get(field) ?? none, differences));
    else otherFields += differences.documents;
  return { fields, otherFields };
}

function added(one: Differences, other: Differences): Differences {
  return {
    documents: one.documents + other.documents,
    samples: [...one.samples, ...other.samples].slice(0, SAMPLES),
  };
}
