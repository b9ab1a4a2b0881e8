import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Position } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ProjectionEngine } from '../projection.engine.js';
import { append, caseEvent, type CaseEvent, fragileCases, openCases } from '../testing/cases.js';
import { fragileCodec, plainlyFolded, storedDocuments } from '../testing/fragile-process.js';
import { documentsOf, gated, PATIENCE_MS, processOf, sharingProcessOf, until } from '../testing/processes.js';

const LEASE_MS = 300;
const PARTITIONS = ['open-cases.v1.p1of4', 'open-cases.v1.p2of4', 'open-cases.v1.p3of4', 'open-cases.v1.p4of4'];
const { name } = openCases;
const caseIds = Array.from({ length: 12 }, (_, index) => `case ${index}`);
const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: caseId });
const noted = (note: string) => caseIds.map((caseId) => caseEvent('CaseNoted', { caseId, note }));

describe('The partitions of one projection that several processes share', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let stops: (() => Promise<void>)[];
  const broken = new Set<string>();

  beforeEach(async () => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    stops = [];
    broken.clear();
    await append(store, ...caseIds.map(opened), ...noted('one'));
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  async function projector(holder: string, { partitions = 4, over = documents } = {}) {
    const cases = { projections: [fragileCases(broken)], codec: fragileCodec(broken) };
    const sharing = sharingProcessOf({ store, documents: over, ...cases, holder, leaseMs: LEASE_MS, partitions });
    stops.push(sharing.stop);
    await sharing.engine.start();
    return sharing;
  }

  async function reader(partitions = 4): Promise<ProjectionEngine> {
    const engine = processOf({ store, documents, projections: [openCases], runs: 'elsewhere', partitions });
    stops.push(() => engine.stop());
    await engine.start();
    return engine;
  }

  /** A store that gives out no lease of a name until it is opened. */
  function without(lease: string) {
    let open = (): void => undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const over = gated(documents, (call, asked) =>
      call === 'acquireLease' && asked === lease ? opening : Promise.resolve(),
    );
    return { over, open };
  }

  const share = (...processes: readonly { leases(): readonly string[] }[]) =>
    processes.map(({ leases }) => leases().length).join();
  const checkpoint = async (of: string): Promise<Position | undefined> => (await documents.checkpoint(of))?.position;

  async function expectAsFolded(position: Position, ...engines: readonly ProjectionEngine[]): Promise<void> {
    for (const engine of engines) expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    const world = { store, documents, broken, skipped: [] };
    expect(await storedDocuments(world)).toBe(await plainlyFolded(world));
  }

  it('are folded in both of them at the same time, and seen by one that folds none', async () => {
    const [first, second, api] = [await projector('first'), await projector('second'), await reader()];
    await until(() => share(first, second) === '2,2');
    expect([...first.leases(), ...second.leases()].sort()).toEqual(PARTITIONS);
    await expectAsFolded(await append(store, ...noted('two')), first.engine, second.engine, api);
    await until(() => api.status()[0]?.state === 'live');
    expect(first.engine.status()).toMatchObject([{ state: 'live', runsHere: true }]);
    expect(api.status()).toMatchObject([{ runsHere: false }]);
  });

  it('count as having passed a position only together', async () => {
    const { over, open } = without('open-cases.v1.p3of4');
    const { engine } = await projector('first', { over });
    const api = await reader();
    const position = await store.head();
    await until(async () => (await checkpoint('open-cases.v1.p1of4')) === position);
    for (const process of [engine, api]) {
      expect(await process.waitFor(position, undefined, 1)).toBe(false);
      expect(process.position(name)).toBe(store.start);
      expect(process.status()).toMatchObject([{ state: 'building' }]);
    }
    open();
    await expectAsFolded(position, engine, api);
  });

  it('pass on when the process dies that folds some of them', async () => {
    let isDead = false;
    const forEver = new Promise<void>(() => undefined);
    const deadly = gated(documents, () => (isDead ? forEver : Promise.resolve()));
    const first = await projector('first', { over: deadly });
    stops.pop();
    const second = await projector('second');
    await until(() => share(first, second) === '2,2');
    isDead = true;
    const position = await append(
      store,
      ...noted('two'),
      caseEvent('CasesMerged', { caseId: 'case 1', into: 'case 2' }),
    );
    await expectAsFolded(position, second.engine);
    expect([...second.leases()].sort()).toEqual(PARTITIONS);
  });

  it('lose and repeat nothing while they pass from process to process', async () => {
    let position = await store.head();
    for (let round = 0; round < 12; round += 1) {
      const one = await projector(`one ${String(round)}`, { partitions: 2 + (round % 4) });
      const other = await projector(`other ${String(round)}`);
      position = await append(store, ...noted(String(round)));
      if (round % 3 === 0) await until(() => one.leases().length > 0 && other.leases().length > 0);
      await Promise.all([one.stop(), other.stop()]);
    }
    await expectAsFolded(position, (await projector('last')).engine);
  });

  it('take over together from the build before, in whichever processes they are', async () => {
    const { over, open } = without('open-cases.v1.r1.p3of4');
    const [first, second, api] = [
      await projector('first', { over }),
      await projector('second', { over }),
      await reader(),
    ];
    const engines = [first.engine, second.engine, api];
    await Promise.all(engines.map((engine) => engine.ready()));
    for (const engine of engines) await engine.rebuild(name, { id: '1' });
    const position = await append(store, ...noted('two'));
    await until(async () => (await checkpoint('open-cases.v1.r1.p1of4')) === position);
    await expectAsFolded(position, ...engines);
    expect(engines.map((engine) => engine.status()[0]?.readModel)).toEqual(Array(3).fill('open-cases.v1'));
    open();
    await until(() => engines.every((engine) => engine.status()[0]?.readModel === 'open-cases.v1.r1'));
    const next = await append(store, ...noted('three'));
    for (const engine of engines) {
      expect(await engine.waitFor(next, undefined, PATIENCE_MS)).toBe(true);
      expect((await documentsOf(engine, openCases))['case 7']?.notes).toEqual(['one', 'two', 'three']);
    }
  });

  it('are as many as the build began with, whatever the processes are told', async () => {
    const api = await reader(1);
    const first = await projector('first', { partitions: 4 });
    const second = await projector('second', { partitions: 2 });
    await expectAsFolded(await append(store, ...noted('two')), first.engine, second.engine, api);
    await until(() => share(first, second) === '2,2');
    expect([...first.leases(), ...second.leases()].sort()).toEqual(PARTITIONS);
  });

  it('let a document wait where it is folded, and try it again there', async () => {
    const [first, second] = [await projector('first'), await projector('second')];
    await until(() => share(first, second) === '2,2');
    broken.add('bad');
    const bad = caseEvent('CaseNoted', { caseId: 'case 3', note: 'bad' });
    const position = await append(store, bad, ...noted('two'));
    for (const { engine } of [first, second]) expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    broken.clear();
    const tried = [await first.engine.retry(name, 'case 3'), await second.engine.retry(name, 'case 3')];
    expect(tried.filter(Boolean)).toHaveLength(1);
    await expectAsFolded(position, first.engine, second.engine);
  });

  it('let a stream wait that cannot be read, each for its own documents, until the processes of all have tried again', async () => {
    const [first, second] = [await projector('first'), await projector('second')];
    await until(() => share(first, second) === '2,2');
    broken.add('unreadable');
    const unreadable = caseEvent('CaseNoted', { caseId: 'case 1', note: 'unreadable' });
    const merged = caseIds.slice(2).map((into) => caseEvent('CasesMerged', { caseId: 'case 1', into }));
    const position = await append(store, unreadable, ...merged);
    for (const { engine } of [first, second]) expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    broken.clear();
    for (const { engine } of [first, second]) expect(await engine.retry(name, 'stream:case-case 1')).toBe(true);
    expect(await first.engine.parkedDocuments(name).count()).toBe(0);
    await expectAsFolded(position, first.engine, second.engine);
  });
});
