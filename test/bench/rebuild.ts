import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Projection } from '#event-sourcing';
import { EventHub, IN_PROCESS_BATCHES, ProjectionEngine } from '#projections';
import { systemCodec } from './seeded-log.js';

const codec = systemCodec();

/** Builds read models from a log, in memory by default, as the server does at start in production, and returns the engine that holds them. */
export async function rebuild(
  store: EventStore,
  projections: readonly Projection[],
  documents?: DocumentStore,
): Promise<ProjectionEngine> {
  const hub = new EventHub({ store, codec, ...(documents === undefined && IN_PROCESS_BATCHES) });
  const engine = new ProjectionEngine({ hub, documents: documents ?? openInProcessDocumentStore(), isChecked: false });
  for (const projection of projections) engine.register(projection);
  await engine.start();
  await engine.ready();
  const stopped = engine.status().find(({ state, parked }) => state === 'stopped' || parked > 0);
  if (stopped !== undefined)
    throw stopped.failure ?? new Error(`The projection ${stopped.name} could not fold every event.`);
  await engine.stop();
  return engine;
}
