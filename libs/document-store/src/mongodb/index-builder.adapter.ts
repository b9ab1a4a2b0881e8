import { setTimeout } from 'node:timers/promises';
import { DocumentStoreUnavailable } from '../document-store.js';
import type { IndexDefinition } from '../indexes.js';
import type { MongoSession } from './mongo-session.adapter.js';
import { NOT_DELETED, storedPath } from './stored-record.js';

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 60_000;

/**
 * Creates the indexes of a collection that are not there yet, which may take long on a full one. Tries again for as long
 * as the store cannot be reached; tells `report` of everything that went wrong. Never rejects.
 */
export async function buildIndexes(
  session: MongoSession,
  collection: string,
  indexes: readonly IndexDefinition[],
  report: (message: string) => void,
): Promise<void> {
  if (indexes.length === 0) return;
  const specifications = indexes.map(({ fields, carried = [] }) => ({
    key: Object.fromEntries([...fields, '_id', ...carried].map((path) => [storedPath(path), 1 as const])),
    partialFilterExpression: NOT_DELETED,
  }));
  const { signal } = session.closing;
  for (let delay = FIRST_DELAY_MS; ; delay = Math.min(2 * delay, LONGEST_DELAY_MS)) {
    try {
      await session.write(() => session.database.collection(collection).createIndexes(specifications));
      return;
    } catch (error) {
      if (signal.aborted) return;
      report(`The indexes of "${collection}" are not built: ${String(error)}`);
      if (!(error instanceof DocumentStoreUnavailable)) return;
    }
    await setTimeout(delay, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
