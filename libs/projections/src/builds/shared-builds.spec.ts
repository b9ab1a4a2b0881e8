import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ProjectionEngine } from '../projection.engine.js';
import { append, caseEvent, type CaseEvent, openCases } from '../testing/cases.js';
import { loudCases } from '../testing/killed-rebuilds.js';
import { documentsOf, gated, PATIENCE_MS, processOf, sharingProcessOf, until } from '../testing/processes.js';

const LEASE_MS = 300;
const noted = (note: string): CaseEvent => caseEvent('CaseNoted', { caseId: 'a', note });

describe('Builds of a projection that several processes share', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let stops: (() => Promise<void>)[];

  beforeEach(async () => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    stops = [];
    await append(store, caseEvent('CaseOpened', { caseId: 'a', topic: 'rain' }), noted('one'));
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  async function projector(holder: string, projection = openCases, over = documents) {
    const parts = { store, documents: over, projections: [projection], holder, leaseMs: LEASE_MS };
    const sharing = sharingProcessOf(parts);
    stops.push(sharing.stop);
    await sharing.engine.start();
    return sharing;
  }

  async function reader(projection = openCases): Promise<ProjectionEngine> {
    const engine = processOf({ store, documents, projections: [projection], runs: 'elsewhere' });
    stops.push(() => engine.stop());
    await engine.start();
    return engine;
  }

  const read = (engine: ProjectionEngine): string | undefined => engine.status()[0]?.readModel;

  it('are switched in all of them, and none misses what it was told of', async () => {
    const first = await projector('first');
    const second = await projector('second');
    const api = await reader();
    const engines = [first.engine, second.engine, api];
    await Promise.all(engines.map((engine) => engine.ready()));
    const request = { id: '1' };
    for (const engine of engines) await engine.rebuild(openCases.name, request);
    let notes = 1;
    while (engines.some((engine) => read(engine) !== 'open-cases.v1.r1')) {
      const position = await append(store, noted(String(notes)));
      notes += 1;
      for (const engine of engines) {
        expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
        expect((await engine.collection(openCases).get('a'))?.notes).toHaveLength(notes);
      }
    }
    expect(engines.map((engine) => engine.status()[0]?.state)).toEqual(['live', 'live', 'live']);
  });

  it('go on being built when their process sleeps, and are switched once', async () => {
    let isAsleep = false;
    let wake = (): void => undefined;
    const waking = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const sleepy = gated(documents, () => (isAsleep ? waking : Promise.resolve()));
    const first = await projector('first', openCases, sleepy);
    await until(() => first.leases().length === 1);
    await first.engine.rebuild(openCases.name, { id: '1', rehearse: true });
    isAsleep = true;
    const second = await projector('second');
    await second.engine.promote(openCases.name);
    await until(() => read(second.engine) === 'open-cases.v1.r1');
    wake();
    isAsleep = false;
    await until(() => read(first.engine) === 'open-cases.v1.r1');
    const position = await append(store, noted('two'));
    expect(await first.engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    expect(await documentsOf(first.engine, openCases)).toEqual({ a: { topic: 'rain', notes: ['one', 'two'] } });
  });

  it('let old code go on with its version during an upgrade, and new code with the old version until its own is there', async () => {
    const old = await projector('old');
    await old.engine.ready();
    const api = await reader(loudCases);
    expect(await documentsOf(api, openCases)).toEqual({ a: { topic: 'rain', notes: ['one'] } });
    const position = await append(store, noted('two'));
    expect(await api.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    expect(await documentsOf(api, openCases)).toEqual({ a: { topic: 'rain', notes: ['one', 'two'] } });
    const renewed = await projector('new', loudCases);
    await Promise.all([renewed.engine.ready(), api.ready()]);
    expect(await documentsOf(api, openCases)).toEqual({ a: { topic: 'rain', notes: ['ONE', 'TWO'] } });
    const next = await append(store, noted('three'));
    expect(await old.engine.waitFor(next, undefined, PATIENCE_MS)).toBe(true);
    expect(await documentsOf(old.engine, openCases)).toEqual({ a: { topic: 'rain', notes: ['one', 'two', 'three'] } });
  });

  it('can be gone back to when nobody keeps them up to date any more: they are read as they stand', async () => {
    const old = await projector('old');
    await old.engine.ready();
    await old.stop();
    const renewed = await projector('new', loudCases);
    const api = await reader(loudCases);
    await Promise.all([renewed.engine.ready(), api.ready()]);
    const position = await append(store, noted('two'));
    expect(await api.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    await renewed.engine.goBack(openCases.name);
    await until(() => read(api) === 'open-cases.v1' && read(renewed.engine) === 'open-cases.v1');
    expect(api.status()).toMatchObject([{ version: 1, state: 'standing' }]);
    expect(await documentsOf(api, openCases)).toEqual({ a: { topic: 'rain', notes: ['one'] } });
    expect(await api.waitFor(position, undefined, 1)).toBe(false);
    await renewed.engine.promote(openCases.name);
    await until(() => read(api) === 'open-cases.v2');
    expect(await api.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
  });

  it('are paused in all of them', async () => {
    const first = await projector('first');
    const api = await reader();
    await api.ready();
    for (const engine of [first.engine, api]) await engine.pause(openCases.name);
    expect(first.leases()).toEqual([]);
    const position = await append(store, noted('two'));
    expect(await api.waitFor(position, undefined, PATIENCE_MS)).toBe(false);
    for (const engine of [first.engine, api]) await engine.resume(openCases.name);
    expect(await api.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
  });
});
