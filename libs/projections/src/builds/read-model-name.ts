import type { Projection } from '#event-sourcing';
import { historyName } from '../history/history-row.js';
import { parkedName } from '../parking/parked-entry.js';

/**
 * The name under which one build of a projection keeps its documents, its checkpoint and its lease. Each build has its own,
 * so that several stand side by side and none touches what another serves. `rebuild` counts the builds of one version from
 * 0, which goes unsaid.
 */
export function readModelName({ name, version }: Pick<Projection, 'name' | 'version'>, rebuild = 0): string {
  return `${name}.v${String(version)}${rebuild === 0 ? '' : `.r${String(rebuild)}`}`;
}

/** Every collection that a build may have: they come and go together. */
export function collectionsOf(readModel: string): readonly string[] {
  return [readModel, parkedName(readModel), historyName(readModel)];
}
