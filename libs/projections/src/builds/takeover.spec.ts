import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Projection } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import type { ProjectionEngine } from '../projection.engine.js';
import type { BuildStatus } from '../projection-status.js';
import { SharedWork } from '../sharing/shared-work.engine.js';
import { append, caseEvent, type CaseEvent, fragileCases, type OpenCase, openCases } from '../testing/cases.js';
import { documentsOf, PATIENCE_MS, processOf, type ProcessParts, until } from '../testing/processes.js';

const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: caseId });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });

const { name } = openCases;
const asBefore = { a: { topic: 'a', notes: ['bad'] }, b: { topic: 'b', notes: ['fine'] } };
const withParked = { a: { topic: 'a', notes: [] }, b: { topic: 'b', notes: ['fine'] } };

describe('A build in which documents wait', () => {
  let store: EventStore;
  let documents: DocumentStore;
  /** What the next version cannot take. */
  let broken: Set<string>;
  let raised: Projection<OpenCase, CaseEvent>;
  let stops: (() => Promise<void>)[];

  beforeEach(async () => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    broken = new Set(['bad']);
    raised = { ...fragileCases(broken), version: 2 };
    stops = [];
    await append(store, opened('a'), opened('b'), noted('a', 'bad'), noted('b', 'fine'));
  });
  afterEach(async () => {
    for (const stop of stops) await stop();
  });

  async function running(
    projection: Projection<OpenCase, CaseEvent>,
    parts: Partial<ProcessParts> = {},
  ): Promise<ProjectionEngine> {
    const engine = processOf({ store, documents, projections: [projection], ...parts });
    stops.push(() => engine.stop());
    await engine.start();
    await engine.ready();
    return engine;
  }

  /** A process that shares the work with others. */
  async function sharing(holder: string, projection: Projection<OpenCase, CaseEvent>, now: () => number = Date.now) {
    const work = new SharedWork({ documents, holder, leaseMs: 300, delays: () => 0 });
    const stop = (): Promise<void> => work.stop();
    stops.push(stop);
    return { engine: await running(projection, { runs: work, now }), stop };
  }

  const read = (engine: ProjectionEngine): string | undefined => engine.status()[0]?.readModel;
  const candidate = (engine: ProjectionEngine): BuildStatus | undefined => engine.status()[0]?.candidate;
  const isHeldBack = (engine: ProjectionEngine) => () => candidate(engine)?.state === 'rehearsed';

  it('does not take the place of one in which they do not, and says which and why, until it is promoted', async () => {
    const engine = await running(openCases);
    await engine.rebuild(name, { id: '1', projection: raised });
    await until(isHeldBack(engine));
    expect(candidate(engine)).toMatchObject({
      readModel: 'open-cases.v2',
      parked: 1,
      waitsBecause:
        '"a" waits in it, for CaseNoted at revision 1 of "case-a" could not be folded, and does not wait in ' +
        '"open-cases.v1". Mend it, skip the event, or promote the build all the same.',
    });
    const position = await append(store, noted('b', 'more'));
    expect(await engine.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    await until(() => candidate(engine)?.position === position);
    expect(read(engine)).toBe('open-cases.v1');
    await engine.promote(name, 'open-cases.v2');
    await until(() => read(engine) === 'open-cases.v2');
    expect(await documentsOf(engine, openCases)).toEqual({ ...withParked, b: { topic: 'b', notes: ['fine', 'more'] } });
  });

  it('takes over when it was promoted before it had caught up', async () => {
    const engine = await running(openCases);
    await engine.pause(name);
    await engine.rebuild(name, { id: '1', projection: raised });
    await engine.promote(name, 'open-cases.v2');
    await engine.resume(name);
    await until(() => read(engine) === 'open-cases.v2');
  });

  it('takes over by itself once nothing waits in it any more', async () => {
    const engine = await running(openCases);
    await engine.rebuild(name, { id: '1', projection: raised });
    await until(isHeldBack(engine));
    broken.clear();
    await engine.retry(name, 'a');
    await until(() => read(engine) === 'open-cases.v2');
    expect(await documentsOf(engine, openCases)).toEqual(asBefore);
  });

  it('takes over by itself when the same documents wait in the live one', async () => {
    const engine = await running(fragileCases(broken));
    await append(store, noted('b', 'bad'));
    await until(() => engine.status()[0]?.parked === 2);
    broken.delete('bad');
    await append(store, noted('a', 'worse'));
    broken.add('worse');
    await engine.rebuild(name, { id: '1' });
    await until(() => read(engine) === 'open-cases.v1.r1');
    expect(engine.status()).toMatchObject([{ parked: 1, previous: { parked: 2 } }]);
  });

  it('takes over by itself when nobody keeps the live one up to date: more would wait there', async () => {
    const before = await running(openCases);
    await before.stop();
    const engine = await running(raised);
    expect(read(engine)).toBe('open-cases.v2');
    expect(await documentsOf(engine, openCases)).toEqual(withParked);
  });

  it('waits in all processes, of which none waits for it, as long as one of them keeps the live one up to date', async () => {
    let time = Date.parse('2026-03-31T10:00:00.000Z');
    const old = await sharing('old', openCases);
    const [renewed, api] = await Promise.all([
      sharing('new', raised, () => time),
      running(raised, { runs: 'elsewhere' }),
    ]);
    const engines = [renewed.engine, api];
    for (const engine of engines) await until(isHeldBack(engine));
    for (const engine of engines) expect(candidate(engine)?.waitsBecause).toContain('"a" waits in it');
    time += 60_000;
    const position = await append(store, noted('b', 'more'));
    expect(await api.waitFor(position, undefined, PATIENCE_MS)).toBe(true);
    expect(engines.map(read)).toEqual(['open-cases.v1', 'open-cases.v1']);
    await old.stop();
    await append(store, noted('b', 'last'));
    await until(() => {
      time += 1_000;
      return read(renewed.engine) === 'open-cases.v2';
    });
    expect(await documentsOf(renewed.engine, openCases)).toMatchObject({ b: { notes: ['fine', 'more', 'last'] } });
  });
});
