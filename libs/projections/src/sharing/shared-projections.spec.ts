import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Position, Projection } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ProjectionEngine } from '../projection.engine.js';
import { readModelName } from '../builds/read-model-name.js';
import type { LeaseChange } from './piece-of-work.engine.js';
import { append, caseEvent, type CaseEvent, noteCounts, openCases } from '../testing/cases.js';
import { gated, PATIENCE_MS, processOf, sharingProcessOf, until } from '../testing/processes.js';

const LEASE_MS = 300;
const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });

/** What a process sees of a store; frozen, its calls wait, as those of a process that was sent SIGSTOP do. */
function freezable(documents: DocumentStore) {
  let thaw: (() => void) | undefined;
  let frozen = Promise.resolve();
  return {
    store: gated(documents, () => frozen),
    freeze: () => {
      frozen = new Promise((resolve) => {
        thaw = resolve;
      });
    },
    thaw: () => thaw?.(),
  };
}

describe('Projections shared by several processes', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let stops: (() => Promise<void>)[];
  beforeEach(() => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    stops = [];
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  async function start(holder: string, over = documents, projections: readonly unknown[] = [openCases, noteCounts]) {
    const lost: string[] = [];
    const onChange = ({ change, name }: LeaseChange): void => {
      if (change === 'lost') lost.push(name);
    };
    const { engine, stop, leases } = sharingProcessOf({
      store,
      documents: over,
      projections,
      holder,
      leaseMs: LEASE_MS,
      onChange,
    });
    stops.push(stop);
    await engine.start();
    return { engine, stop, lost, leases: () => leases().toSorted() };
  }

  /** A process that only answers. */
  async function reader(): Promise<ProjectionEngine> {
    const engine = processOf({ store, documents, projections: [openCases, noteCounts], runs: 'elsewhere' });
    stops.push(() => engine.stop());
    await engine.start();
    return engine;
  }

  async function expectAsRebuilt(
    engine: ProjectionEngine,
    position: Position,
    projections: readonly unknown[] = [openCases, noteCounts],
  ): Promise<void> {
    expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    const rebuilt = processOf({ store, documents: openInProcessDocumentStore(), projections });
    await rebuilt.start();
    await rebuilt.ready();
    for (const projection of projections) {
      const page = { limit: 1000 };
      expect(await engine.collection(projection as Projection).find(page)).toEqual(
        await rebuilt.collection(projection as Projection).find(page),
      );
    }
    await rebuilt.stop();
  }

  it('each run in one of them, and are seen by a process that runs none', async () => {
    const position = await append(store, opened('a'), noted('a', '1'));
    const first = await start('first');
    await until(() => first.leases().length === 2);
    const second = await start('second');
    const api = await reader();
    await expectAsRebuilt(api, position);
    const next = await append(store, noted('a', '2'), opened('b'));
    await expectAsRebuilt(api, next);
    await until(() => first.leases().length === 1 && second.leases().length === 1);
    expect([...first.leases(), ...second.leases()].sort()).toEqual(['note-counts.v1', 'open-cases.v1']);
    expect(api.status().every(({ state, runsHere }) => state === 'live' && !runsHere)).toBe(true);
  });

  it('are ready elsewhere while the log is empty', async () => {
    const api = await reader();
    await api.ready();
    expect(api.status().map(({ state }) => state)).toEqual(['live', 'live']);
  });

  it('pass on at once when a process stops', async () => {
    const first = await start('first');
    await until(() => first.leases().length === 2);
    const second = await start('second');
    await first.stop();
    await until(() => second.leases().length === 2);
    await expectAsRebuilt(second.engine, await append(store, opened('a'), noted('a', '1')));
  });

  it('pass on when a process only sleeps, which can then write no more', async () => {
    const seen = freezable(documents);
    const sleeper = await start('sleeper', seen.store);
    await until(() => sleeper.leases().length === 2);
    await expectAsRebuilt(sleeper.engine, await append(store, opened('a'), noted('a', '1')));
    seen.freeze();
    await append(store, noted('a', '2'));
    const successor = await start('successor');
    await until(() => successor.leases().length === 2);
    const position = await append(store, noted('a', '3'), opened('b'), noted('b', '1'));
    await expectAsRebuilt(successor.engine, position);
    const checkpoint = await documents.checkpoint(readModelName(openCases));
    seen.thaw();
    await until(() => sleeper.lost.length === 2);
    expect(await documents.checkpoint(readModelName(openCases))).toEqual(checkpoint);
    await expectAsRebuilt(successor.engine, await append(store, noted('b', '2')));
  });

  it('are shared in equal parts by those who are there, while events come', async () => {
    const counts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ ...noteCounts, name }));
    const join = (holder: string) => start(holder, documents, [openCases, ...counts]);
    const share = (...processes: readonly { leases(): readonly string[] }[]) =>
      processes.map(({ leases }) => leases().length);
    const first = await join('first');
    await append(store, opened('a'), noted('a', '1'));
    const [second, third] = await Promise.all([join('second'), join('third')]);
    for (let round = 0; Math.max(...share(first, second, third)) !== 3; round += 1)
      await append(store, noted('a', String(round)));
    await until(() => share(first, second, third).reduce((sum, held) => sum + held) === 7);
    await second.stop();
    await until(() => share(first, third).sort().join() === '3,4');
    expect(new Set([...first.leases(), ...third.leases()]).size).toBe(7);
    const position = await append(store, noted('a', 'last'));
    await expectAsRebuilt(first.engine, position, [openCases, ...counts]);
  });

  it('lose and repeat nothing while they pass from process to process', async () => {
    let position = store.start;
    for (let round = 0; round < 20; round += 1) {
      const process = await start(`process ${String(round)}`);
      const caseId = String(round % 4);
      position = await append(store, opened(caseId), noted(caseId, String(round)), noted(caseId, 'again'));
      if (round % 3 === 0) await until(() => process.leases().length > 0);
      await process.stop();
    }
    await expectAsRebuilt((await start('last')).engine, position);
  });

  it('keep what another version of a projection serves as it is', async () => {
    const position = await append(store, opened('a'), noted('a', '1'));
    const old = await start('old', documents, [openCases]);
    const next = await start('new', documents, [
      { ...openCases, version: 2, on: { CaseOpened: () => ({ notes: ['v2'] }) } },
    ]);
    await old.engine.waitFor(position, undefined, PATIENCE_MS);
    await next.engine.waitFor(position, undefined, PATIENCE_MS);
    expect(await old.engine.collection(openCases).get('a')).toEqual({ topic: 'topic a', notes: ['1'] });
    expect(await next.engine.collection(openCases).get('a')).toEqual({ notes: ['v2'] });
  });
});
