import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Position } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ParkedEntry } from '../parking/parked-entry.js';
import type { ProjectionEngine } from '../projection.engine.js';
import { append, caseEvent, type CaseEvent, openCases, plainCodec } from '../testing/cases.js';
import { fragileCodec } from '../testing/fragile-process.js';
import { loudCases } from '../testing/killed-rebuilds.js';
import { documentsOf, gated, PATIENCE_MS, processOf, type ProcessParts, until } from '../testing/processes.js';

const { name } = openCases;
/** Of two partitions the first one has `d`, the second one the others. */
const caseIds = ['a', 'b', 'c', 'd'];
const openedCase = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: caseId });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });

describe('A build in partitions', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let engines: ProjectionEngine[];

  beforeEach(async () => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    engines = [];
    await append(store, ...caseIds.map(openedCase), ...caseIds.map((caseId) => noted(caseId, 'one')));
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
  });

  function opened(partitions: number, parts: Partial<ProcessParts> = {}): ProjectionEngine {
    const engine = processOf({ store, documents, projections: [openCases], partitions, ...parts });
    engines.push(engine);
    return engine;
  }

  async function running(partitions: number, parts: Partial<ProcessParts> = {}): Promise<ProjectionEngine> {
    const engine = opened(partitions, parts);
    await engine.start();
    await engine.ready();
    return engine;
  }

  const read = (engine: ProjectionEngine): string | undefined => engine.status()[0]?.readModel;
  const checkpoint = async (reader: string): Promise<Position | undefined> =>
    (await documents.checkpoint(reader))?.position;
  const folded = (write: (note: string) => string) =>
    Object.fromEntries(caseIds.map((caseId) => [caseId, { topic: caseId, notes: [write('one')] }]));

  it('has the documents of all, and a checkpoint for each', async () => {
    const engine = await running(3);
    expect(await documentsOf(engine, openCases)).toEqual(folded((note) => note));
    await engine.stop();
    const head = await store.head();
    expect(engine.status()).toMatchObject([
      { readModel: 'open-cases.v1', state: 'live', runsHere: true, position: head },
    ]);
    for (const part of ['p1of3', 'p2of3', 'p3of3']) expect(await checkpoint(`open-cases.v1.${part}`)).toBe(head);
    expect(await checkpoint('open-cases.v1')).toBeUndefined();
  });

  it('has passed a position when the slowest of them has', async () => {
    let writes = 0;
    let open = (): void => undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = gated(documents, async (call, collection) => {
      if (call !== 'write' || collection !== 'open-cases.v1' || !isSlow) return;
      writes += 1;
      if (writes === 2) await opening;
    });
    let isSlow = false;
    const engine = await running(2, { documents: slow });
    const before = engine.position(name);
    isSlow = true;
    const position = await append(store, caseEvent('CasesMerged', { caseId: 'a', into: 'd' }));
    const ends = async () => Promise.all(['p1of2', 'p2of2'].map((part) => checkpoint(`open-cases.v1.${part}`)));
    await until(async () => (await ends()).includes(position));
    expect(engine.position(name)).toBe(before);
    expect(engine.status()).toMatchObject([{ position: before }]);
    expect(await engine.waitFor(position, undefined, 1)).toBe(false);
    open();
    expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
  });

  it('decodes each event once, in the build that is read as in one beside it', async () => {
    const codec = plainCodec();
    const engine = await running(4, { codec });
    expect(codec.decoded).toBe(8);
    await engine.rebuild(name, { id: '1', projection: loudCases });
    await until(() => read(engine) === 'open-cases.v2');
    expect(codec.decoded).toBe(16);
  });

  it('counts the events of all of them once in its rate', async () => {
    const time = Date.parse('2026-03-31T10:00:00.000Z');
    let passed = 0;
    const engine = await running(4, { now: () => time + passed });
    passed = 1_000;
    expect(engine.status()[0]?.rate).toBe(8);
  });

  it('keeps its number when another one is set, which holds from the next build on', async () => {
    await (await running(1)).stop();
    await append(store, noted('a', 'two'));
    const engine = await running(3);
    const request = { id: '1', projection: loudCases, rehearse: true };
    await engine.rebuild(name, request);
    await until(() => engine.status()[0]?.candidate?.state === 'rehearsed');
    expect((await engine.rehearsal(name)).changed).toBe(4);
    await engine.stop();

    const last = opened(2);
    await last.rebuild(name, request);
    await last.start();
    await last.promote(name);
    await until(() => read(last) === 'open-cases.v2');
    const next = await append(store, noted('d', 'two'));
    expect(await last.waitFor(next, undefined, PATIENCE_MS)).toBe(true);
    const { a, b, d } = await documentsOf(last, openCases);
    expect([a, b, d].map((found) => found?.notes)).toEqual([['ONE', 'TWO'], ['ONE'], ['ONE', 'TWO']]);
    await last.goBack(name);
    expect((await documentsOf(last, openCases))['d']?.notes).toEqual(['one', 'two']);
    await last.stop();
    for (const reader of ['open-cases.v1', 'open-cases.v2.p1of3', 'open-cases.v2.p2of3', 'open-cases.v2.p3of3'])
      expect(await checkpoint(reader)).toBe(next);
    expect(await checkpoint('open-cases.v1.p1of3')).toBeUndefined();
  });

  it('takes nothing in while it is paused, and goes on as a whole', async () => {
    const engine = await running(2);
    await engine.pause(name);
    const position = await append(store, noted('a', 'two'), noted('b', 'two'));
    expect(engine.status()).toMatchObject([{ state: 'paused', runsHere: false }]);
    await engine.resume(name);
    expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    const { a, b } = await documentsOf(engine, openCases);
    expect([a?.notes, b?.notes]).toEqual([
      ['one', 'two'],
      ['one', 'two'],
    ]);
  });

  it('lets a stream that cannot be read wait in all of them, tells of it once, and takes it up again in all', async () => {
    const broken = new Set(['unreadable']);
    const told: ParkedEntry[] = [];
    const merged = caseEvent('CasesMerged', { caseId: 'a', into: 'd' });
    const position = await append(store, noted('a', 'unreadable'), merged);
    const engine = await running(2, { codec: fragileCodec(broken), onParked: (_, entry) => told.push(entry) });
    expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    expect(told.map(({ key }) => key)).toEqual(['stream:case-a']);
    expect(engine.status()[0]?.parked).toBe(2);
    const parked = (await engine.parkedDocuments(name).find({ limit: 9 })).documents;
    expect(parked.map(({ document }) => document.key)).toEqual(['stream:case-a', 'stream:case-a']);
    broken.clear();
    expect(await engine.retry(name, 'stream:case-a')).toBe(true);
    expect(engine.status()[0]?.parked).toBe(0);
    const found = await documentsOf(engine, openCases);
    expect([found['a'], found['d']?.notes]).toEqual([undefined, ['one', 'merged a']]);
  });
});
