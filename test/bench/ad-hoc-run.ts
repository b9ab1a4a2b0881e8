import type { EventStore, Projection } from '#event-sourcing';
import { LogFold } from '#projections';
import { CLOSE_LOOKS, foldLog } from '../../apps/cli/src/project/fold-log.adapter.js';
import { systemCodec } from './seeded-log.js';

const codec = systemCodec();
const quiet = { phase: () => undefined, advance: () => undefined, done: () => undefined };

/** Folds a projection over a log as `accord project` does; returns how many documents there are. Throws when there are none. */
export async function adHocRun(store: EventStore, projection: Projection): Promise<number> {
  const { name, on } = projection;
  const fold = new LogFold({ projection, codec, closeLooks: CLOSE_LOOKS });
  await foldLog(store, fold, { name, types: Object.keys(on), keepGoing: false, progress: quiet });
  if (fold.documents.size === 0) throw new Error(`${name} has no documents.`);
  return fold.documents.size;
}
