import type { Json } from '#event-sourcing';
import type { ExportedEvent, ExportPlan } from './pseudonymise.js';

/** Events as rows of one table. */
export interface ExportTable {
  /** The names of the columns. */
  readonly names: readonly string[];
  /** The values of an event's row, a place for each column. */
  readonly row: (event: ExportedEvent) => readonly (Json | undefined)[];
}

/** What every event has; `position` is the first, so that an export that broke off is found to go on from. */
const COMMON = [
  'position',
  'type',
  'stream',
  'streamId',
  'revision',
  'occurredOn',
  'recordedAt',
  'lateDays',
  'event',
  'command',
  'correlation',
  'causation',
  'actor',
  'actorRoles',
  'actorSide',
  'source',
  'clock',
  'policyVersion',
  'withheld',
] as const satisfies readonly (keyof ExportedEvent)[];

/** Where a field of an event's data stands in a row, and the names that lead to it. */
interface Place {
  readonly column: number;
  readonly names: readonly string[];
}

/**
 * The table of some event types: what all have, then each field of their data under its path. A list is one column, as
 * JSON. The columns depend on the types alone, so that every export of the same types has the same.
 */
export function exportTable(plans: ReadonlyMap<string, ExportPlan>): ExportTable {
  const pathsOf = new Map([...plans].map(([type, plan]) => [type, columnPaths(plan)]));
  const paths = [...new Set([...pathsOf.values()].flat())];
  // A row looks only for the fields of its own type: there are a hundred others.
  const placesOf = new Map([...pathsOf].map(([type, own]) => [type, own.map((path) => placeOf(path, paths))]));
  return {
    names: [...COMMON, ...paths.map((path) => `data.${path}`)],
    row: (event) => {
      const values = new Array<Json | undefined>(COMMON.length + paths.length);
      for (const [column, name] of COMMON.entries()) values[column] = event[name];
      for (const { column, names } of placesOf.get(event.type) ?? [])
        values[column] = names.reduce<Json | undefined>(fieldOf, event.data);
      return values;
    },
  };
}

function placeOf(path: string, paths: readonly string[]): Place {
  return { column: COMMON.length + paths.indexOf(path), names: path.split('.') };
}

/** The fields that can have a value of their own in a row: neither withheld, nor inside a list, nor mere holders of others. */
function columnPaths({ fields }: ExportPlan): readonly string[] {
  const paths = [...fields.keys()].filter((path) => !path.includes('[]') && fields.get(path) !== 'withheld');
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Json>>)[name] : undefined;
}
