import type { EventDefinitions, Upcast, Upcasts } from '#event-sourcing';
import { fitsSchema } from './fits-schema.js';

/** How the data of one event type is read: its present version, its check, and the way there from an older version. */
export interface EventReader {
  readonly version: number;
  /** Returns the checked data; throws with the reason. */
  parse(data: unknown): object;
  /** Takes data from `version` step by step to the present version. */
  upcast(data: Readonly<Record<string, unknown>>, version: number): Readonly<Record<string, unknown>>;
}

/**
 * The readers of all event types by stored name. Throws an `Error` that names type and version when an upcast is
 * missing, or leads from a version or a type that does not exist.
 */
export function eventReaders(definitions: EventDefinitions, upcasts: Upcasts): ReadonlyMap<string, EventReader> {
  for (const type of Object.keys(upcasts))
    if (definitions[type] === undefined) throw new Error(`There are upcasts for ${type}, but no such event type.`);
  return new Map(
    Object.entries(definitions).map(([type, { version, data }]) => {
      const steps = stepsOf(type, version, upcasts[type] ?? {});
      const fits = fitsSchema(data);
      const reader: EventReader = {
        version,
        parse: (input) => (fits(input) ? (input as object) : data.parse(input)),
        upcast: (old, from) => steps.slice(from - 1).reduce((current, step) => step(current), old),
      };
      return [type, reader];
    }),
  );
}

function stepsOf(type: string, version: number, upcasts: Readonly<Record<number, Upcast>>): readonly Upcast[] {
  for (const from of Object.keys(upcasts).map(Number))
    if (from < 1 || from >= version)
      throw new Error(`${type} is at version ${String(version)}; an upcast from ${String(from)} leads nowhere.`);
  return Array.from({ length: version - 1 }, (_, index) => {
    const step = upcasts[index + 1];
    if (step === undefined)
      throw new Error(`${type} is at version ${String(version)} but has no upcast from ${String(index + 1)}. Add it.`);
    return step;
  });
}
