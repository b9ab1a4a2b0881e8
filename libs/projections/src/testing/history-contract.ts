import fc from 'fast-check';
import type { EventStore, Recorded } from '#event-sourcing';
import {
  type Collection,
  type DocumentStore,
  type Found,
  indexesOf,
  type IndexDefinition,
  type Keyset,
  keysetOf,
  openInProcessDocumentStore,
  type ReadableCollection,
  type Stored,
} from '#document-store';
import type { DocumentStoreUnderTest } from '#document-store/testing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import { historyName, type HistoryRow, historyRowId } from '../history/history-row.js';
import { ProjectionEngine } from '../projection.engine.js';
import { readModelName } from '../builds/read-model-name.js';
import {
  appendBoxes,
  Box,
  boxes,
  boxesAt,
  type BoxEvent,
  boxLogs,
  boxQueries,
  type BoxQuery,
  instants,
} from './boxes.js';
import { plainCodec } from './cases.js';

/** What a temporal projection promises on any document store. */
export function describeHistory(name: string, factory: () => Promise<DocumentStoreUnderTest>, runs: number): void {
  describe(`The versions of documents on ${name}`, () => {
    it('answer every list as the live documents did at that instant, page by page, and find each of them', async () => {
      await fc.assert(
        fc.asyncProperty(
          boxLogs,
          fc.array(fc.tuple(instants, boxQueries), { minLength: 1, maxLength: 5 }),
          fc.integer({ min: 1, max: 4 }),
          async (log, asked, size) => {
            const { store: documents, dispose } = await factory();
            const engine = await engineOn(await logOf(log), documents, 4);
            for (const [instant, query] of asked) {
              const live = await liveAt(log, instant);
              await expectSame(engine.collection(boxes, { knownAt: instant }), live, query, size);
            }
            await dispose();
          },
        ),
        { numRuns: runs },
      );
    });

    it('are the same, byte for byte, whatever the batches and partitions, wherever it crashed and however often it began again', async () => {
      await fc.assert(
        fc.asyncProperty(
          boxLogs,
          fc.array(fc.record({ batch: fc.integer({ min: 1, max: 9 }), writes: fc.nat(6), part: fc.nat(4) }), {
            maxLength: 4,
          }),
          fc.integer({ min: 1, max: 5 }),
          async (log, crashes, partitions) => {
            const [crashed, smooth] = [await factory(), await factory()];
            const store = await logOf(log);
            for (const { batch, ...crash } of crashes)
              await engineOn(store, crashing(crashed.store, crash), batch, partitions);
            const last = await engineOn(store, crashed.store, 3, partitions);
            expect(last.status()[0]).toMatchObject({ state: 'live' });
            await engineOn(store, smooth.store, 100);
            expect(await everything(crashed.store, log)).toBe(await everything(smooth.store, log));
            await crashed.dispose();
            await smooth.dispose();
          },
        ),
        { numRuns: runs },
      );
    });
  });
}

async function logOf(log: readonly Recorded<BoxEvent>[]): Promise<EventStore> {
  const store = new InMemoryEventStore();
  await appendBoxes(store, log);
  return store;
}

/** An engine that has followed the log to its end, or to where it crashed, and follows it no more. */
async function engineOn(
  store: EventStore,
  documents: DocumentStore,
  batchSize: number,
  partitions = 1,
): Promise<ProjectionEngine> {
  const hub = new EventHub({ store, codec: plainCodec(), batchSize, delays: () => 0 });
  const engine = new ProjectionEngine({ hub, documents, partitions, delays: () => 0 });
  engine.register(boxes);
  await engine.start();
  await engine.ready();
  await engine.stop();
  return engine;
}

async function liveAt(log: readonly Recorded<BoxEvent>[], instant: string): Promise<Collection<Box>> {
  const live = await openInProcessDocumentStore().collection<Box>('live', indexesOf(Box));
  await live.write([...boxesAt(log, instant)].map(([id, document]) => ({ id, document, position: '1' })));
  return live;
}

async function expectSame(
  known: ReadableCollection<Box>,
  live: ReadableCollection<Box>,
  query: BoxQuery,
  size: number,
): Promise<void> {
  const all = (await live.find({ ...query, limit: 99 })).documents;
  expect(await known.find({ ...query, limit: 99 })).toEqual({ documents: all, hasMore: false });
  expect(await known.count(query.filter)).toBe(all.length);
  expect(await known.aggregate([{ $match: query.filter }, ...grouped])).toEqual(
    await live.aggregate([{ $match: query.filter }, ...grouped]),
  );
  expect(await known.aggregate([{ $match: { $expr: { $eq: ['$state', 'A'] } } }, ...grouped])).toEqual(
    await live.aggregate([{ $match: { state: 'A' } }, ...grouped]),
  );
  for (const id of ['a', 'a b', 'a!', 'ab', 'b']) expect(await known.get(id)).toEqual(await live.get(id));
  for (const direction of ['forwards', 'backwards'] as const)
    expect(await paged(known, query, direction, size)).toEqual(all);
}

async function paged(
  known: ReadableCollection<Box>,
  query: BoxQuery,
  direction: 'forwards' | 'backwards',
  size: number,
): Promise<readonly Found<Box>[]> {
  const found: Found<Box>[] = [];
  let from: Keyset | undefined;
  // A cursor that leads back to where it came from must not go round for ever.
  for (let pages = 0; pages < 20; pages += 1) {
    const bound = from === undefined ? {} : { [direction === 'forwards' ? 'after' : 'before']: from };
    const { documents, hasMore } = await known.find({ ...query, ...bound, direction, limit: size });
    found[direction === 'forwards' ? 'push' : 'unshift'](...documents);
    const edge = direction === 'forwards' ? found.at(-1) : found[0];
    if (!hasMore || edge === undefined) break;
    from = keysetOf(query.sort, edge.id, edge.document);
  }
  return found;
}

const grouped = [
  { $group: { _id: '$state', ids: { $push: '$_id' } } },
  { $set: { ids: { $sortArray: { input: '$ids', sortBy: 1 } } } },
  { $sort: { _id: 1 } },
];

/** A document store that carries out so many writes, then only a part of one, and fails from there on. */
function crashing(documents: DocumentStore, { writes, part }: { writes: number; part: number }): DocumentStore {
  let left = writes;
  return new Proxy(documents, {
    get: (target, property) => {
      if (property !== 'collection') return (target[property as keyof DocumentStore] as () => unknown).bind(target);
      return async (name: string, indexes: readonly IndexDefinition[]) => {
        const collection = await target.collection<object>(name, indexes);
        if (!name.startsWith(readModelName(boxes))) return collection;
        return {
          ...bound(collection),
          write: async (changes: readonly Stored<object>[]) => {
            left -= 1;
            if (left >= 0) return collection.write(changes);
            if (left === -1) await collection.write(changes.slice(0, part));
            throw new Error('The process has died.');
          },
        };
      };
    },
  });
}

function bound(collection: Collection<object>): Collection<object> {
  return {
    getMany: (ids) => collection.getMany(ids),
    write: (changes) => collection.write(changes),
    get: (id) => collection.get(id),
    find: (options) => collection.find(options),
    count: (filter) => collection.count(filter),
    aggregate: (pipeline) => collection.aggregate(pipeline),
  };
}

/** All documents and versions with their positions, deleted ones included. */
async function everything(documents: DocumentStore, log: readonly Recorded<BoxEvent>[]): Promise<string> {
  const readModel = readModelName(boxes);
  const live = await documents.collection<Box>(readModel, []);
  const history = await documents.collection<HistoryRow>(historyName(readModel), []);
  const keys = [...new Set(log.flatMap(({ data }) => data.boxes))].sort();
  const rows = log.flatMap(({ data, position }) => data.boxes.map((box) => historyRowId(box, position))).sort();
  const kept = [await live.getMany(keys), await history.getMany(rows)].map((found) =>
    [...found.values()].sort((left, right) => (left.id < right.id ? -1 : 1)),
  );
  return JSON.stringify(kept);
}
