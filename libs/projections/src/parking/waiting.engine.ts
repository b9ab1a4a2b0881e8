import type { Collection } from '#document-store';
import type { ParkedEntry } from './parked-entry.js';

/** Of these documents the ones that wait, by id, and since when (ISO). Throws what the document store throws. */
export type Waiting = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** Asks the parked entries of a read model. */
export function waitingIn(entries: Pick<Collection<ParkedEntry>, 'getMany'>): Waiting {
  return async (ids) => {
    const since = new Map<string, string>();
    for (const { id, document } of (await entries.getMany(ids)).values())
      if (document !== undefined) since.set(id, document.since);
    return since;
  };
}
