import type { Projection } from '#event-sourcing';

/**
 * The name under which one version of a projection keeps its documents, its checkpoint and its lease. Each version has
 * its own, so that old and new code run side by side and neither touches what the other serves.
 */
export function readModelName({ name, version }: Pick<Projection, 'name' | 'version'>): string {
  return `${name}.v${String(version)}`;
}
