import type { EventStore, Projection } from '#event-sourcing';
import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import { InMemoryEventStore, recorded } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import { HistoryNotBuilt } from './history-not-built.js';
import { historyName } from './history-row.js';
import { ProjectionEngine } from '../projection.engine.js';
import { readModelName } from '../builds/read-model-name.js';
import { appendBoxes, type Box, boxes, type BoxEvent } from '../testing/boxes.js';
import { plainCodec } from '../testing/cases.js';

const minute = (at: number): string => `2026-03-31T09:0${String(at)}:00.000Z`;
const states = ['A', 'bad', 'C', 'D'];
/** A box that holds another thing with each minute; the clock that wrote the last event is a minute slow. */
const log = states.map((state, index) =>
  recorded(
    { type: 'BoxesFilled' as const, occurredOn: '2026-03-31', data: { boxes: ['a'], content: { state } } },
    index + 1,
    'shelf',
    { recordedAt: minute(index === 3 ? 2 : index) },
  ),
);
const isBroken = new Set<string>();
const fragile: Projection<Box, BoxEvent> = {
  ...boxes,
  on: {
    BoxesFilled: (_, { data: { content } }) => {
      if (isBroken.has(content?.state ?? '')) throw new Error('not this one');
      return content ?? undefined;
    },
  },
};

describe('The versions of documents', () => {
  let store: EventStore;
  let documents: DocumentStore;
  const engines: ProjectionEngine[] = [];

  beforeEach(async () => {
    isBroken.clear();
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    await appendBoxes(store, log);
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  });

  async function running(projection: Projection<Box, BoxEvent>, on = documents): Promise<ProjectionEngine> {
    const hub = new EventHub({ store, codec: plainCodec(), batchSize: 2, delays: () => 0 });
    const engine = new ProjectionEngine({ hub, documents: on, delays: () => 0 });
    engines.push(engine);
    engine.register(projection);
    await engine.start();
    await engine.ready();
    return engine;
  }

  const stateAt = async (engine: ProjectionEngine, at: string): Promise<string | undefined> =>
    (await engine.collection(fragile, { knownAt: at }).get('a'))?.state;
  const statesOf = (engine: ProjectionEngine) => Promise.all([0, 1, 2, 3].map((at) => stateAt(engine, minute(at))));
  const rowsIn = async (readModel: string, on = documents) =>
    (await (await on.collection(historyName(readModel), [])).find({ limit: 9 })).documents;

  it('of one that waited for its projection to be mended are those it would have had, each from when it was learned', async () => {
    isBroken.add('bad');
    const engine = await running(fragile);
    expect(await statesOf(engine)).toEqual(['A', 'A', 'A', 'A']);
    isBroken.clear();
    expect(await engine.retry(fragile.name, 'a')).toBe(true);
    expect(await statesOf(engine)).toEqual(['A', 'bad', 'D', 'D']);
    const smooth = openInProcessDocumentStore();
    await running(fragile, smooth);
    expect(await rowsIn(readModelName(fragile))).toEqual(await rowsIn(readModelName(fragile), smooth));
  });

  it('of a rebuild are its own', async () => {
    const engine = await running(fragile);
    await engine.rebuild(fragile.name, { id: 'again' });
    const rebuilt = readModelName(fragile, 1);
    while (engine.status()[0]?.readModel !== rebuilt) await new Promise((resolve) => setImmediate(resolve));
    expect(await statesOf(engine)).toEqual(['A', 'bad', 'D', 'D']);
    expect(await rowsIn(rebuilt)).toEqual(await rowsIn(readModelName(fragile)));
    await engine.drop(fragile.name);
    while ((await rowsIn(readModelName(fragile))).length > 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await rowsIn(rebuilt)).toHaveLength(states.length);
  });

  it('are not to be had for the time in which what is read is of a version that kept none', async () => {
    const before = await running({ ...fragile, temporal: false });
    await before.stop();
    const next = { ...fragile, version: fragile.version + 1 };
    const hub = new EventHub({ store, codec: plainCodec(), delays: () => 0 });
    const reading = new ProjectionEngine({ hub, documents, delays: () => 0, runs: 'elsewhere' });
    engines.push(reading);
    reading.register(next);
    await reading.start();
    expect((await reading.collection(next).get('a'))?.state).toBe('D');
    expect(() => reading.collection(next, { knownAt: minute(1) })).toThrow(HistoryNotBuilt);
    expect(await stateAt(await running(next), minute(1))).toBe('bad');
  });
});
