import type { Projection } from '#event-sourcing';

/** What is wrong with a projection before it has seen an event, in words; `undefined` if nothing is. */
export function projectionFault(
  projection: Projection,
  knownTypes: ReadonlySet<string> | undefined,
): string | undefined {
  const { version } = projection;
  if (!Number.isSafeInteger(version) || version < 1)
    return `${named(projection)} has version ${String(version)}. Give it a whole number from 1 on, raised with each change.`;
  const types = Object.keys(projection.on);
  if (types.length === 0) return `${named(projection)} reads no event. Give it a function for at least one in "on".`;
  const unknown = types.find((type) => knownTypes !== undefined && !knownTypes.has(type));
  if (unknown === undefined) return undefined;
  return `${named(projection)} reads "${unknown}", but there is no such event. docs/events.md lists them all.`;
}

/** A projection by its name, with the file that defines it if that is known. */
export function named({ name, file }: Pick<Projection, 'name' | 'file'>): string {
  return file === undefined ? `Projection "${name}"` : `Projection "${name}" (${file})`;
}
