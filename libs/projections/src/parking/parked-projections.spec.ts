import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventCodec, EventStore, Position } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import { streamMark } from './parked-entry.js';
import { ProjectionEngine } from '../projection.engine.js';
import { append, caseEvent, type CaseEvent, fragileCases, openCases, plainCodec } from '../testing/cases.js';

const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });
const LONG = 60_000;
const { name } = openCases;
const since = '2026-03-31T10:00:00.000Z';

describe('A document into which an event cannot be folded', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let broken: Set<string>;
  let told: string[];
  const engines: ProjectionEngine[] = [];

  beforeEach(() => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    broken = new Set(['bad']);
    told = [];
  });
  afterEach(async () => {
    await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  });

  /** Events whose note is unreadable cannot be decoded. */
  const codec = (): EventCodec => {
    const plain = plainCodec();
    return {
      ...plain,
      decode: (stored) => {
        if (stored.data['note'] === 'unreadable' && broken.has('unreadable')) throw new Error('not readable');
        return plain.decode(stored);
      },
    };
  };

  function engineOn(batchSize = 3): ProjectionEngine {
    const hub = new EventHub({ store, codec: codec(), batchSize, delays: () => 0 });
    const now = (): number => Date.parse(since);
    const onParked = (message: string): void => {
      told.push(message);
    };
    const engine = new ProjectionEngine({ hub, documents, delays: () => 0, now, onParked });
    engines.push(engine);
    engine.register(fragileCases(broken));
    return engine;
  }

  async function running(batchSize?: number): Promise<ProjectionEngine> {
    const engine = engineOn(batchSize);
    await engine.start();
    await engine.ready();
    return engine;
  }

  const notesOf = async (engine: ProjectionEngine, caseId: string) =>
    (await engine.collection(openCases).get(caseId))?.notes;
  const entriesOf = async (engine: ProjectionEngine) =>
    (await engine.parkedDocuments(name).find({ limit: 9 })).documents.map(({ document }) => document);
  const passed = async (engine: ProjectionEngine, position: Position): Promise<void> => {
    expect(await engine.waitFor(position, undefined, LONG)).toBe(true);
  };

  it('waits with all that follows, while everything else goes on', async () => {
    await append(store, opened('a'), noted('a', '1'), noted('a', 'bad'), opened('b'), noted('a', '3'), noted('b', '1'));
    const engine = await running();
    await passed(engine, await append(store, noted('a', '4'), noted('b', '2')));
    expect(await notesOf(engine, 'a')).toEqual(['1']);
    expect(await notesOf(engine, 'b')).toEqual(['1', '2']);
    expect(engine.status()).toMatchObject([{ state: 'live', parked: 1, lag: { seconds: 0 } }]);
    expect(await engine.waiting(openCases)?.(['a', 'b', 'c'])).toEqual(new Map([['a', since]]));
    expect(await entriesOf(engine)).toEqual([
      {
        key: 'a',
        of: 'document',
        type: 'CaseNoted',
        stream: 'case-a',
        revision: '2',
        position: '3'.padStart(20, '0'),
        recordedAt: '2026-03-31T09:00:00.000Z',
        error: 'cannot take "bad"',
        attempts: 1,
        since,
        after: store.start,
        heldUpTo: '7'.padStart(20, '0'),
        turn: 1,
      },
    ]);
    expect(told).toEqual([
      'Projection "open-cases" cannot fold CaseNoted, stream "case-a", revision 2, position 00000000000000000003, into ' +
        'document "a": cannot take "bad". The document waits as it was before; mend the projection and retry it, or ' +
        'skip the event.',
    ]);
  });

  it('waits again with the new error when it is tried in vain, and goes on when it is mended', async () => {
    await append(store, opened('a'), noted('a', 'bad'), noted('a', '2'), noted('a', 'worse'), noted('a', '4'));
    const engine = await running();
    broken.add('worse').delete('bad');
    expect(await engine.retry(name, 'a')).toBe(true);
    expect(await notesOf(engine, 'a')).toEqual(['bad', '2']);
    expect(await entriesOf(engine)).toMatchObject([
      { error: 'cannot take "worse"', attempts: 2, revision: '3', since },
    ]);
    broken.clear();
    expect(await engine.retry(name, 'a')).toBe(true);
    expect(await engine.retry(name, 'a')).toBe(true);
    expect(await entriesOf(engine)).toEqual([]);
    expect(engine.status()).toMatchObject([{ parked: 0 }]);
    expect(engine.waiting(openCases)).toBeUndefined();
    await passed(engine, await append(store, noted('a', '5')));
    expect(await notesOf(engine, 'a')).toEqual(['bad', '2', 'worse', '4', '5']);
  });

  it('can be parked again after it had gone on', async () => {
    await append(store, opened('a'), noted('a', 'bad'));
    const engine = await running();
    broken.clear();
    await engine.retry(name, 'a');
    broken.add('bad');
    await passed(engine, await append(store, noted('a', 'bad')));
    expect(await entriesOf(engine)).toMatchObject([{ revision: '2', attempts: 1 }]);
    broken.clear();
    await engine.retry(name, 'a');
    expect(await notesOf(engine, 'a')).toEqual(['bad', 'bad']);
  });

  it('goes on without the event when that is skipped, in the next build too', async () => {
    await append(store, opened('a'), noted('a', 'bad'), noted('a', '2'));
    const engine = await running();
    const [entry] = await entriesOf(engine);
    expect(await engine.skip(name, 'a', entry?.position ?? '')).toBe(true);
    expect(await notesOf(engine, 'a')).toEqual(['2']);
    await engine.stop();
    documents = openInProcessDocumentStore();
    const fresh = engineOn();
    expect(await fresh.skip(name, 'a', entry?.position ?? '')).toBe(false);
    await fresh.start();
    await fresh.ready();
    expect(await notesOf(fresh, 'a')).toEqual(['2']);
    expect(fresh.status()).toMatchObject([{ parked: 0 }]);
  });

  it('still waits after a restart, and is tried then if somebody asked for it before', async () => {
    await append(store, opened('a'), noted('a', 'bad'));
    await (await running()).stop();
    broken.clear();
    const again = await running();
    await passed(again, await append(store, noted('a', '3')));
    expect(await notesOf(again, 'a')).toEqual([]);
    await again.stop();
    const asked = engineOn();
    await expect(asked.retry('other', 'a')).rejects.toThrow('There is no projection "other".');
    expect(await asked.retry(name, 'a')).toBe(false);
    await asked.start();
    await asked.ready();
    // The two of one document are tried in turn.
    await asked.retry(name, 'a');
    expect(await notesOf(asked, 'a')).toEqual(['bad', '3']);
  });

  it('is known by its stream when the event cannot be read, with all that follows from there', async () => {
    broken.add('unreadable');
    await append(store, opened('a'), opened('b'), noted('a', 'unreadable'), noted('a', '2'), noted('b', '1'));
    await append(store, caseEvent('CasesMerged', { caseId: 'a', into: 'c' }));
    const engine = await running();
    const key = streamMark('case-a');
    expect(await entriesOf(engine)).toMatchObject([
      { key, of: 'stream', stream: 'case-a', revision: '1', error: 'not readable' },
    ]);
    expect(told).toEqual([
      'Projection "open-cases" cannot read CaseNoted, stream "case-a", revision 1, position 00000000000000000003: not ' +
        'readable. All that follows from this stream waits as it was before; mend the projection and retry it, or skip ' +
        'the event.',
    ]);
    expect([await notesOf(engine, 'a'), await notesOf(engine, 'b'), await notesOf(engine, 'c')]).toEqual([
      [],
      ['1'],
      undefined,
    ]);
    await engine.retry(name, key);
    expect(await entriesOf(engine)).toMatchObject([{ key, attempts: 2 }]);
    broken.clear();
    await engine.retry(name, key);
    expect(await entriesOf(engine)).toEqual([]);
    expect([await notesOf(engine, 'a'), await notesOf(engine, 'c')]).toEqual([undefined, ['merged a']]);
  });

  it('goes on by the stream without the unreadable event when that is skipped', async () => {
    broken.add('unreadable');
    await append(store, opened('a'), noted('a', 'unreadable'), noted('a', '2'));
    const engine = await running();
    const [entry] = await entriesOf(engine);
    await engine.skip(name, streamMark('case-a'), entry?.position ?? '');
    expect(await notesOf(engine, 'a')).toEqual(['2']);
    expect(await entriesOf(engine)).toEqual([]);
  });

  it('is not put out of order by a stream that waited: that takes a rebuild, and the message says so', async () => {
    broken.add('unreadable');
    await append(
      store,
      opened('a'),
      opened('b'),
      noted('a', 'unreadable'),
      caseEvent('CasesMerged', { caseId: 'a', into: 'b' }),
    );
    await append(store, noted('b', 'later'));
    const engine = await running();
    broken.clear();
    await engine.retry(name, streamMark('case-a'));
    expect(await notesOf(engine, 'b')).toEqual(['later']);
    const [entry] = await entriesOf(engine);
    expect(entry?.error).toBe(
      'Document "b" has gone on with events of other streams: CasesMerged at position 00000000000000000004 cannot be ' +
        'put in front of them. Rebuild the projection: what is skipped stays skipped.',
    );
    expect(entry?.revision).toBe('1');
  });

  it('is listed page by page', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    await append(store, ...ids.flatMap((caseId) => [opened(caseId), noted(caseId, 'bad')]));
    const engine = await running();
    const first = await engine.parkedDocuments(name).find({ limit: 2 });
    expect([first.documents.map(({ id }) => id), first.hasMore]).toEqual([['a', 'b'], true]);
    const rest = await engine.parkedDocuments(name).find({ limit: 9, after: { values: [], id: 'b' } });
    expect([rest.documents.map(({ id }) => id), rest.hasMore]).toEqual([['c', 'd', 'e'], false]);
  });
});
