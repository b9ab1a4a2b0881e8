import { type DocumentStore, indexesOf, openInProcessDocumentStore, type Stored } from '#document-store';
import type { EventStore } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { eventDefinitions, projections } from '#platform';
import { EventHub, partitionName, partitionsOf, ProjectionEngine, readModelName } from '#projections';

/** All documents of a read model, each with the position of its last event. */
export type ReadModel = ReadonlyMap<string, Stored<object>>;

const MOST_DOCUMENTS = 100_000;

/** Folds the log from its first event, in this process. */
export async function rebuiltReadModels(store: EventStore): Promise<ReadonlyMap<string, ReadModel>> {
  const documents = openInProcessDocumentStore();
  const hub = new EventHub({ store, codec: createEventCodec({ definitions: eventDefinitions, upcasts: {} }) });
  const engine = new ProjectionEngine({ hub, documents });
  for (const projection of projections) engine.register(projection);
  await engine.start();
  await engine.ready();
  await engine.stop();
  return storedReadModels(documents);
}

/** What a document store holds, by the name of the read model. */
export async function storedReadModels(documents: DocumentStore): Promise<ReadonlyMap<string, ReadModel>> {
  const models = new Map<string, ReadModel>();
  for (const projection of projections) {
    const name = readModelName(projection);
    const collection = await documents.collection<object>(name, indexesOf(projection.document));
    const { documents: found } = await collection.find({ limit: MOST_DOCUMENTS });
    models.set(name, await collection.getMany(found.map(({ id }) => id)));
  }
  return models;
}

/** Resolves when every read model, divided into so many partitions, has passed what is the end of the log now. */
export async function caughtUp(
  store: EventStore,
  documents: DocumentStore,
  partitions: number,
  pause: () => Promise<void>,
): Promise<void> {
  const head = await store.head();
  const readers = projections.flatMap((projection) =>
    partitionsOf(partitions).map((partition) => partitionName(readModelName(projection), partition)),
  );
  for (const reader of readers)
    for (;;) {
      const checkpoint = await documents.checkpoint(reader);
      if (checkpoint !== undefined && checkpoint.position >= head) break;
      await pause();
    }
}
