import type { Json } from '#event-sourcing';
import type { ExportedEvent, ExportPlan } from './pseudonymise.js';

/** A column of an export as a table. */
export interface ExportColumn {
  readonly name: string;
  readonly value: (event: ExportedEvent) => Json | undefined;
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

/**
 * The columns of a table of events: what all have, then each field of their data under its path. A list is one column, as
 * JSON. They depend on the types alone, so that every export of the same types has the same.
 */
export function exportColumns(plans: readonly ExportPlan[]): readonly ExportColumn[] {
  const paths = new Set(plans.flatMap(columnPaths));
  return [
    ...COMMON.map((name): ExportColumn => ({ name, value: (event) => event[name] })),
    ...[...paths].map((path): ExportColumn => {
      const names = path.split('.');
      return { name: `data.${path}`, value: ({ data }) => names.reduce<Json | undefined>(fieldOf, data) };
    }),
  ];
}

/** The fields that can have a value of their own in a row: neither withheld, nor inside a list, nor mere holders of others. */
function columnPaths({ fields }: ExportPlan): readonly string[] {
  const paths = [...fields.keys()].filter((path) => !path.includes('[]') && fields.get(path) !== 'withheld');
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, Json>>)[name] : undefined;
}
