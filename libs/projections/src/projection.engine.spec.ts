import { jest } from '@jest/globals';
import type { EventCodec, EventStore } from '#event-sourcing';
import {
  type DocumentStore,
  DocumentStoreUnavailable,
  type IndexDefinition,
  openInProcessDocumentStore,
} from '#document-store';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from './hub/event-hub.engine.js';
import { ProjectionEngine } from './projection.engine.js';
import { append, caseEvent, noteCounts, openCases, plainCodec } from './testing/cases.js';

const opened = (caseId: string) => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` });
const noted = (caseId: string, note: string) => caseEvent('CaseNoted', { caseId, note });
const noDelay = (): number => 0;
const LONG = 60_000;

describe('The projection engine', () => {
  let store: EventStore;
  let documents: DocumentStore;
  const engines: ProjectionEngine[] = [];

  beforeEach(() => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  });

  function engineOn(
    parts: { documents?: DocumentStore; codec?: EventCodec; batchSize?: number } = {},
  ): ProjectionEngine {
    const { batchSize = 3 } = parts;
    const hub = new EventHub({ store, codec: parts.codec ?? plainCodec(), batchSize, delays: noDelay });
    const engine = new ProjectionEngine({ hub, documents: parts.documents ?? documents, delays: noDelay });
    engines.push(engine);
    return engine;
  }

  async function running(
    projections: readonly Parameters<ProjectionEngine['register']>[0][],
    parts: Parameters<typeof engineOn>[0] = {},
  ): Promise<ProjectionEngine> {
    const engine = engineOn(parts);
    for (const projection of projections) engine.register(projection);
    await engine.start();
    await engine.ready();
    return engine;
  }

  const both = [openCases, noteCounts] as unknown as Parameters<ProjectionEngine['register']>[0][];
  const onlyOpenCases = both.slice(0, 1);

  it('has built every projection from the log when it is ready', async () => {
    await append(store, opened('a'), opened('b'), noted('a', '1'), noted('a', '2'), noted('b', '3'));
    await append(store, caseEvent('CasesMerged', { caseId: 'b', into: 'a' }));
    const engine = await running(both);
    expect((await engine.collection(openCases).find({ limit: 9 })).documents).toEqual([
      { id: 'a', document: { topic: 'topic a', notes: ['1', '2', 'merged b'] } },
    ]);
    expect(await engine.collection(noteCounts).get('a')).toEqual({ notes: 2 });
  });

  it('shows an event as soon as it says that the position is reached', async () => {
    const engine = await running(both);
    const position = await append(store, opened('a'), noted('a', '1'));
    expect(await engine.waitFor(position, undefined, LONG)).toBe(true);
    expect(await engine.collection(openCases).get('a')).toEqual({ topic: 'topic a', notes: ['1'] });
  });

  it('counts a position as reached by a projection that reads none of the events before it', async () => {
    const engine = await running(both);
    const position = await append(store, caseEvent('CaseArchived', { caseId: 'a' }));
    expect(await engine.waitFor(position, [noteCounts.name], LONG)).toBe(true);
  });

  it('waits no longer than it is told: until the timeout, the signal, or the end of the engine', async () => {
    const engine = await running(both);
    const future = '9'.repeat(20);
    expect(await engine.waitFor(future, [openCases.name], 1)).toBe(false);
    const leaving = new AbortController();
    const left = engine.waitFor(future, [openCases.name], LONG, leaving.signal);
    leaving.abort();
    expect(await left).toBe(false);
    expect(await engine.waitFor(future, undefined, LONG, leaving.signal)).toBe(false);
    const ended = engine.waitFor(future, undefined, LONG);
    await engine.stop();
    expect(await ended).toBe(false);
  });

  it('resumes behind its checkpoint', async () => {
    await append(store, opened('a'), noted('a', '1'));
    await (await running(onlyOpenCases)).stop();
    await append(store, noted('a', '2'));
    const codec = plainCodec();
    const engine = await running(onlyOpenCases, { codec });
    expect(await engine.collection(openCases).get('a')).toEqual({ topic: 'topic a', notes: ['1', '2'] });
    expect(codec.decoded).toBe(1);
  });

  it.each([0, 1, 2, 3, 4, 5, 6])(
    'changes nothing when it crashed between documents and checkpoint, %i batches in',
    async (lasting) => {
      const notes = Array.from({ length: 11 }, (_, index) => noted('a', String(index)));
      await append(store, opened('a'), ...notes.slice(0, 6), opened('b'), ...notes.slice(6, 9));
      let saved = 0;
      const crashing: DocumentStore = {
        ...bound(documents),
        saveCheckpoint: async (reader, checkpoint) => {
          saved += 1;
          if (saved <= lasting + 1) await documents.saveCheckpoint(reader, checkpoint);
        },
      };
      await (await running(onlyOpenCases, { documents: crashing })).stop();
      await append(store, ...notes.slice(9));
      const engine = await running(onlyOpenCases, { batchSize: 5 });
      expect(await engine.collection(openCases).get('a')).toEqual({
        topic: 'topic a',
        notes: notes.map((_, index) => String(index)),
      });
    },
  );

  it('builds a projection again from the start when its version has changed, and only that one', async () => {
    await append(store, opened('a'), noted('a', '1'), noted('a', '2'));
    await (await running(both)).stop();
    const shouting = {
      ...openCases,
      version: 2,
      on: { CaseOpened: (_: unknown, { data }: { data: { topic: string } }) => ({ topic: data.topic, notes: ['!'] }) },
    };
    const codec = plainCodec();
    const engine = await running([shouting, noteCounts] as unknown as typeof both, { codec });
    expect(await engine.collection(openCases).get('a')).toEqual({ topic: 'topic a', notes: ['!'] });
    expect(await engine.collection(noteCounts).get('a')).toEqual({ notes: 2 });
    expect(engine.status().map(({ name, version }) => [name, version])).toEqual([
      ['open-cases', 2],
      ['note-counts', 1],
    ]);
    expect(codec.decoded).toBe(1);
  });

  it('drops documents of unknown version: a crash came before the first checkpoint', async () => {
    const leftover = await documents.collection('open-cases', []);
    await leftover.write([{ id: 'a', document: { topic: 'of an older version' }, position: '9'.repeat(20) }]);
    await append(store, opened('a'));
    const engine = await running(onlyOpenCases);
    expect(await engine.collection(openCases).get('a')).toEqual({ topic: 'topic a', notes: [] });
  });

  it('repeats a call to the document store that fails for now, and misses nothing', async () => {
    await append(store, opened('a'), noted('a', '1'));
    const failures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(() => new DocumentStoreUnavailable('restarting'));
    const engine = await running(onlyOpenCases, { documents: failingWrites(documents, failures) });
    expect(failures).toEqual([]);
    expect(await engine.collection(openCases).get('a')).toEqual({ topic: 'topic a', notes: ['1'] });
    expect(engine.status()[0]).toMatchObject({ state: 'live' });
    expect(engine.status()[0]).not.toHaveProperty('retrying');
  });

  it('stops a projection whose documents cannot be stored after several attempts', async () => {
    await append(store, opened('a'));
    const failures = [1, 2, 3, 4, 5, 6, 7, 8].map(() => new Error('document too large'));
    const engine = await running(onlyOpenCases, { documents: failingWrites(documents, failures) });
    expect(engine.status()[0]).toMatchObject({ state: 'stopped', position: store.start });
    expect(engine.status()[0]?.failure?.message).toBe(
      'Projection "open-cases" stopped when storing its documents: document too large ' +
        'Mend it and start again: it resumes there.',
    );
  });

  it('stops at once while it waits for the document store to come back', async () => {
    await append(store, opened('a'));
    const gone = failingWrites(
      documents,
      Array.from({ length: 9 }, () => new DocumentStoreUnavailable('gone')),
    );
    const hub = new EventHub({ store, codec: plainCodec() });
    const engine = new ProjectionEngine({ hub, documents: gone, delays: () => LONG });
    engine.register(openCases);
    await engine.start();
    while (engine.status()[0]?.retrying === undefined) await new Promise((resolve) => setImmediate(resolve));
    await engine.stop();
    expect(engine.status()[0]).toMatchObject({ position: store.start, retrying: { attempt: 1, error: 'gone' } });
  });

  it.each([
    ['live', 0, { events: 0, seconds: 0 }],
    ['stopped', 8, { events: 1, seconds: 60 }],
  ])('says how far a projection is behind that is %s', async (state, failing, lag) => {
    await append(store, opened('a'), noted('a', '1'));
    const faults = Array.from({ length: failing }, () => new Error('document too large'));
    const hub = new EventHub({ store, codec: plainCodec(), batchSize: 1 });
    const now = jest.fn(() => Date.parse('2026-03-31T09:01:00.000Z'));
    const eventsBetween = (after: string, upTo: string): number => Number(upTo) - Number(after);
    const behind = failingWrites(documents, [undefined, ...faults]);
    const engine = new ProjectionEngine({ hub, documents: behind, now, eventsBetween, delays: noDelay });
    engines.push(engine);
    engine.register(openCases);
    await engine.start();
    await engine.ready();
    expect(engine.status()).toEqual([expect.objectContaining({ state, lag })]);
  });

  it('refuses a projection that reads what does not exist, or has no version', () => {
    const codec: EventCodec = { ...plainCodec(), types: new Set(['CaseOpened', 'CaseNoted', 'CasesMerged']) };
    const register = (differing: object) => () => {
      engineOn({ codec }).register({ ...noteCounts, ...differing });
    };
    const read = (...types: string[]) => ({
      on: Object.fromEntries(types.map((type) => [type, () => ({ notes: 0 })])),
    });
    expect(register({})).not.toThrow();
    expect(register({ ...read('CaseNotde'), file: 'projections/notes.ts' })).toThrow(
      'Projection "note-counts" (projections/notes.ts) reads "CaseNotde", but there is no such event. docs/events.md lists them all.',
    );
    expect(register(read())).toThrow('Projection "note-counts" reads no event.');
    expect(register({ version: 0 })).toThrow('has version 0. Give it a whole number from 1 on');
  });

  it('is ready at once without projections, and refuses what it does not know', async () => {
    const engine = engineOn();
    engine.register(openCases);
    expect(() => {
      engine.register(openCases);
    }).toThrow('There are two projections "open-cases". Give one of them another name.');
    expect(() => engine.collection(openCases)).toThrow('is not running yet');
    await engine.start();
    expect(() => {
      engine.register(noteCounts);
    }).toThrow('Register it before the engine starts.');
    expect(() => engine.waitFor(store.start, ['other'], 1)).toThrow('There is no projection "other".');
    const empty = engineOn();
    await empty.start();
    await empty.ready();
  });
});

function bound(documents: DocumentStore): DocumentStore {
  return {
    collection: (name, indexes) => documents.collection(name, indexes),
    drop: (name) => documents.drop(name),
    checkpoint: (reader) => documents.checkpoint(reader),
    saveCheckpoint: (reader, checkpoint, lease) => documents.saveCheckpoint(reader, checkpoint, lease),
    acquireLease: (name, holder, forMs) => documents.acquireLease(name, holder, forMs),
    renewLease: (lease, forMs) => documents.renewLease(lease, forMs),
    releaseLease: (lease) => documents.releaseLease(lease),
    attend: (member, forMs) => documents.attend(member, forMs),
    leave: (name) => documents.leave(name),
    ping: () => documents.ping(),
    close: () => documents.close(),
  };
}

/** A document store whose next writes of read models fail, each with the next of the given faults; where there is none, one succeeds. */
function failingWrites(documents: DocumentStore, faults: (Error | undefined)[]): DocumentStore {
  return {
    ...bound(documents),
    collection: async <Document extends object>(name: string, indexes: readonly IndexDefinition[]) => {
      const collection = await documents.collection<Document>(name, indexes);
      const write = collection.write.bind(collection);
      collection.write = (changes) => {
        const fault = name.startsWith('accord.') ? undefined : faults.shift();
        return fault === undefined ? write(changes) : Promise.reject(fault);
      };
      return collection;
    },
  };
}
