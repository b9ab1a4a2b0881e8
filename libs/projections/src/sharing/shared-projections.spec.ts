import { setImmediate } from 'node:timers/promises';
import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Position, Projection } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import { ProjectionEngine } from '../projection.engine.js';
import { readModelName } from '../builds/read-model-name.js';
import type { LeaseChange } from './piece-of-work.engine.js';
import { SharedWork } from './shared-work.engine.js';
import { append, caseEvent, type CaseEvent, noteCounts, openCases, plainCodec } from '../testing/cases.js';

const LEASE_MS = 300;
const PATIENCE_MS = 20_000;
const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });

/** What a process sees of a store; frozen, its calls wait, as those of a process that was sent SIGSTOP do. */
function freezable(documents: DocumentStore) {
  let thaw: (() => void) | undefined;
  let frozen: Promise<void> | undefined;
  const held = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    await frozen;
    return call();
  };
  const store: DocumentStore = {
    collection: async <Document extends object>(...args: Parameters<DocumentStore['collection']>) => {
      const real = await documents.collection<Document>(...args);
      const seen = Object.create(real) as typeof real;
      seen.getMany = (ids) => held(() => real.getMany(ids));
      seen.write = (changes) => held(() => real.write(changes));
      return seen;
    },
    drop: (name) => held(() => documents.drop(name)),
    checkpoint: (reader) => held(() => documents.checkpoint(reader)),
    saveCheckpoint: (...args) => held(() => documents.saveCheckpoint(...args)),
    acquireLease: (...args) => held(() => documents.acquireLease(...args)),
    renewLease: (...args) => held(() => documents.renewLease(...args)),
    releaseLease: (lease) => held(() => documents.releaseLease(lease)),
    attend: (...args) => held(() => documents.attend(...args)),
    leave: (name) => held(() => documents.leave(name)),
    ping: () => held(() => documents.ping()),
    close: () => documents.close(),
  };
  return {
    store,
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

  async function start(
    holder: string | undefined,
    over = documents,
    projections: readonly unknown[] = [openCases, noteCounts],
  ) {
    const hub = new EventHub({ store, codec: plainCodec(), delays: () => 0 });
    const lost: string[] = [];
    const onChange = ({ change, name }: LeaseChange): void => {
      if (change === 'lost') lost.push(name);
    };
    const work =
      holder === undefined ? undefined : new SharedWork({ documents: over, holder, leaseMs: LEASE_MS, onChange });
    const engine = new ProjectionEngine({ hub, documents: over, delays: () => 0, runs: work ?? 'elsewhere' });
    for (const projection of projections) engine.register(projection as Projection);
    await engine.start();
    const stop = async (): Promise<void> => {
      await work?.stop();
      await engine.stop();
    };
    stops.push(stop);
    return { engine, stop, lost, leases: () => (work?.held() ?? []).map(({ name }) => name).sort() };
  }

  const until = async (holds: () => boolean): Promise<void> => {
    while (!holds()) await setImmediate();
  };

  async function expectAsRebuilt(
    engine: ProjectionEngine,
    position: Position,
    projections: readonly unknown[] = [openCases, noteCounts],
  ): Promise<void> {
    expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    const hub = new EventHub({ store, codec: plainCodec() });
    const rebuilt = new ProjectionEngine({ hub, documents: openInProcessDocumentStore() });
    for (const projection of projections) rebuilt.register(projection as Projection);
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
    const api = await start(undefined);
    await expectAsRebuilt(api.engine, position);
    const next = await append(store, noted('a', '2'), opened('b'));
    await expectAsRebuilt(api.engine, next);
    await until(() => first.leases().length === 1 && second.leases().length === 1);
    expect([...first.leases(), ...second.leases()].sort()).toEqual(['note-counts.v1', 'open-cases.v1']);
    expect(api.engine.status().every(({ state, runsHere }) => state === 'live' && !runsHere)).toBe(true);
  });

  it('are ready elsewhere while the log is empty', async () => {
    const api = await start(undefined);
    await api.engine.ready();
    expect(api.engine.status().map(({ state }) => state)).toEqual(['live', 'live']);
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
