import { type DocumentStore, openInProcessDocumentStore } from '#document-store';
import type { EventStore, Position } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from '../hub/event-hub.engine.js';
import { ProjectionEngine } from '../projection.engine.js';
import { ReactionRunner } from '../reactions/reaction-runner.engine.js';
import type { BuildStatus } from '../projection-status.js';
import { append, caseEvent, type CaseEvent, noteCounts, openCases, plainCodec } from '../testing/cases.js';
import { loudCases } from '../testing/killed-rebuilds.js';
import { documentsOf, gated, PATIENCE_MS, processOf, type ProcessParts, until } from '../testing/processes.js';

const opened = (caseId: string): CaseEvent => caseEvent('CaseOpened', { caseId, topic: `topic ${caseId}` });
const noted = (caseId: string, note: string): CaseEvent => caseEvent('CaseNoted', { caseId, note });

const written = { a: { topic: 'topic a', notes: ['one', 'two'] } };
const loud = { a: { topic: 'topic a', notes: ['ONE', 'TWO'] } };

describe('Builds of a projection', () => {
  let store: EventStore;
  let documents: DocumentStore;
  let engines: ProjectionEngine[];
  let time: number;

  beforeEach(async () => {
    store = new InMemoryEventStore();
    documents = openInProcessDocumentStore();
    engines = [];
    time = Date.parse('2026-03-31T10:00:00.000Z');
    await append(store, opened('a'), noted('a', 'one'), noted('a', 'two'));
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.stop()));
  });

  function engineWith(projection: typeof openCases, parts: Partial<ProcessParts> = {}): ProjectionEngine {
    const engine = processOf({ store, documents, projections: [projection], now: () => time, ...parts });
    engines.push(engine);
    return engine;
  }

  async function running(projection: typeof openCases, parts: Partial<ProcessParts> = {}): Promise<ProjectionEngine> {
    const engine = engineWith(projection, parts);
    await engine.start();
    await engine.ready();
    return engine;
  }

  const read = (engine: ProjectionEngine): string | undefined => engine.status()[0]?.readModel;
  const candidate = (engine: ProjectionEngine): BuildStatus | undefined => engine.status()[0]?.candidate;
  const reached = (engine: ProjectionEngine, position: Position) =>
    engine.waitFor(position, [openCases.name], PATIENCE_MS);

  /** A store that does not let the documents of one read model be written until it is opened. */
  function closedFor(readModel: string) {
    let open = (): void => undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const seen = gated(documents, async (call, name) => {
      if (call === 'write' && name === readModel) await opening;
    });
    return { documents: seen, open };
  }

  describe('of a raised version', () => {
    it('are built beside the old one, which is served until they have caught up', async () => {
      await (await running(openCases)).stop();
      const { documents: closed, open } = closedFor('open-cases.v2');
      const engine = engineWith(loudCases, { documents: closed });
      await engine.start();
      expect(await documentsOf(engine, openCases)).toEqual(written);
      expect(engine.status()).toMatchObject([
        {
          version: 1,
          state: 'standing',
          readModel: 'open-cases.v1',
          candidate: { version: 2, state: 'building', readModel: 'open-cases.v2', request: 'v2' },
        },
      ]);
      open();
      await engine.ready();
      expect(await documentsOf(engine, openCases)).toEqual(loud);
      expect(engine.status()).toMatchObject([
        { version: 2, state: 'live', previous: { version: 1, state: 'standing', until: time + 3_600_000 } },
      ]);
    });

    it('wait for a promotion when their rehearsal was asked for before the start', async () => {
      await (await running(openCases)).stop();
      const engine = engineWith(loudCases);
      await engine.rebuild(openCases.name, { id: 'r', rehearse: true });
      await engine.start();
      await engine.ready();
      await until(() => candidate(engine)?.state === 'rehearsed');
      expect(await documentsOf(engine, openCases)).toEqual(written);
      await engine.promote(openCases.name, 'open-cases.v2');
      await until(() => read(engine) === 'open-cases.v2');
      expect(await documentsOf(engine, openCases)).toEqual(loud);
    });

    it('do not begin by themselves again once they were dropped or gone back from', async () => {
      await (await running(openCases)).stop();
      const first = engineWith(loudCases);
      await first.rebuild(openCases.name, { id: 'r', rehearse: true });
      await first.start();
      await first.drop(openCases.name);
      await first.stop();
      const second = await running(loudCases);
      expect(second.status()).toMatchObject([{ version: 1, state: 'standing' }]);
      expect(candidate(second)).toBeUndefined();
      await second.rebuild(openCases.name, { id: 'again' });
      await until(() => read(second) === 'open-cases.v2.r1');
      await second.goBack(openCases.name);
      await second.stop();
      const third = await running(loudCases);
      expect(read(third)).toBe('open-cases.v1');
      expect(await documentsOf(third, openCases)).toEqual(written);
    });

    it('are served on by older code as long as its own version is kept', async () => {
      await (await running(openCases)).stop();
      await (await running(loudCases)).stop();
      const older = await running(openCases);
      expect(await reached(older, await append(store, noted('a', 'three')))).toBe(true);
      expect(await documentsOf(older, openCases)).toEqual({ a: { topic: 'topic a', notes: ['one', 'two', 'three'] } });
      await older.drop(openCases.name);
      expect(await documentsOf(older, openCases)).toEqual(loud);
      expect(older.status()).toMatchObject([{ version: 2, state: 'standing' }]);
    });
  });

  describe('that are asked for', () => {
    it('take over when they have caught up, with all that readers were told of', async () => {
      const engine = await running(openCases);
      const before = engine.collection(openCases);
      await engine.rebuild(openCases.name, { id: '1' });
      const position = await append(store, noted('a', 'three'));
      expect(await reached(engine, position)).toBe(true);
      await until(() => read(engine) === 'open-cases.v1.r1');
      expect(engine.collection(openCases)).not.toBe(before);
      expect(await documentsOf(engine, openCases)).toEqual({ a: { topic: 'topic a', notes: ['one', 'two', 'three'] } });
      expect(await engine.waitFor(position, undefined, 0)).toBe(true);
    });

    it('never let readers miss what they were told of, whenever they look', async () => {
      const engine = await running(openCases);
      let notes = 2;
      for (let rebuild = 1; rebuild <= 4; rebuild += 1) {
        await engine.rebuild(openCases.name, {
          id: String(rebuild),
          ...(rebuild === 2 ? { projection: loudCases } : {}),
        });
        for (const name = read(engine); read(engine) === name; notes += 1) {
          expect(await reached(engine, await append(store, noted('a', String(notes))))).toBe(true);
          const document = await engine.collection(openCases).get('a');
          expect(document?.notes).toHaveLength(notes + 1);
        }
        if (rebuild % 2 === 0) await engine.goBack(openCases.name);
        expect((await engine.collection(openCases).get('a'))?.notes).toHaveLength(notes);
      }
    });

    it('are begun once for a request, and resumed after a restart from where they were', async () => {
      const { documents: closed, open } = closedFor('open-cases.v1.r1');
      const first = await running(openCases, { documents: closed });
      await first.rebuild(openCases.name, { id: '1' });
      await first.rebuild(openCases.name, { id: '1' });
      expect(candidate(first)).toMatchObject({ readModel: 'open-cases.v1.r1', state: 'building', request: '1' });
      const ended = first.stop();
      const second = await running(openCases);
      await until(() => read(second) === 'open-cases.v1.r1');
      await second.rebuild(openCases.name, { id: '1' });
      expect(candidate(second)).toBeUndefined();
      open();
      await ended;
      expect(await documentsOf(second, openCases)).toEqual(written);
    });

    it('replace one that has not taken over yet, whose documents go', async () => {
      const engine = await running(openCases);
      await engine.rebuild(openCases.name, { id: '1', rehearse: true });
      await until(() => candidate(engine)?.state === 'rehearsed');
      await engine.rebuild(openCases.name, { id: '2', rehearse: true });
      await until(() => candidate(engine)?.state === 'rehearsed');
      expect(candidate(engine)?.readModel).toBe('open-cases.v1.r2');
      expect(await (await documents.collection('open-cases.v1.r1', [])).count()).toBe(0);
    });

    it('follow the log while they wait for a promotion', async () => {
      const engine = await running(openCases);
      await engine.rebuild(openCases.name, { id: '1', projection: loudCases, rehearse: true });
      const position = await append(store, noted('a', 'three'));
      await until(() => candidate(engine)?.position === position && candidate(engine)?.state === 'rehearsed');
      expect(read(engine)).toBe('open-cases.v1');
      await engine.promote(openCases.name, 'open-cases.v1.r9');
      expect(candidate(engine)?.state).toBe('rehearsed');
      await engine.promote(openCases.name, 'open-cases.v2');
      await until(() => read(engine) === 'open-cases.v2');
      expect(await documentsOf(engine, openCases)).toEqual({ a: { topic: 'topic a', notes: ['ONE', 'TWO', 'THREE'] } });
    });

    it('are moot in a store that holds nothing yet: what is live is as new', async () => {
      const engine = engineWith(openCases);
      await engine.rebuild(openCases.name, { id: '1' });
      await engine.promote(openCases.name, 'open-cases.v1.r1');
      await engine.start();
      await engine.ready();
      expect(read(engine)).toBe('open-cases.v1');
      expect(candidate(engine)).toBeUndefined();
      await engine.rebuild(openCases.name, { id: '1' });
      expect(candidate(engine)).toBeUndefined();
    });

    it('are refused for code of another projection, of a lower version, and for what nobody registered', async () => {
      const engine = await running(loudCases);
      await expect(engine.rebuild(openCases.name, { id: '1', projection: noteCounts })).rejects.toThrow(
        'Projection "open-cases" cannot be built by "note-counts". Give it the same name.',
      );
      await expect(engine.rebuild(openCases.name, { id: '1', projection: openCases })).rejects.toThrow(
        'Projection "open-cases" has version 2, so version 1 is not built. Raise the version',
      );
      await expect(engine.rebuild('other', { id: '1' })).rejects.toThrow('There is no projection "other".');
    });

    it('make no reaction react again', async () => {
      const handled: string[] = [];
      const hub = new EventHub({ store, codec: plainCodec(), delays: () => 0 });
      const engine = new ProjectionEngine({ hub, documents, delays: () => 0 });
      engine.register(openCases);
      engines.push(engine);
      const reactions = new ReactionRunner({ hub, documents, delays: () => 0 });
      reactions.register({
        name: 'copy-notes',
        types: ['CaseNoted'],
        handle: (event) => {
          handled.push((event.data as { readonly note: string }).note);
          return Promise.resolve();
        },
      });
      await engine.start();
      reactions.start();
      await engine.ready();
      await engine.rebuild(openCases.name, { id: '1' });
      await until(() => read(engine) === 'open-cases.v1.r1');
      await append(store, noted('a', 'three'));
      await until(() => handled.includes('three'));
      await reactions.stop();
      expect(handled).toEqual(['one', 'two', 'three']);
    });

    it('that fail leave the live one as it is', async () => {
      const failing = gated(documents, (call, name) =>
        call === 'write' && name === 'open-cases.v2' ? Promise.reject(new Error('no such disk')) : Promise.resolve(),
      );
      const engine = await running(openCases, { documents: failing });
      await engine.rebuild(openCases.name, { id: '1', projection: loudCases });
      await until(() => candidate(engine)?.state === 'stopped');
      expect(candidate(engine)?.failure?.message).toContain('no such disk');
      const position = await append(store, noted('a', 'three'));
      expect(await reached(engine, position)).toBe(true);
      expect(engine.status()).toMatchObject([{ version: 1, state: 'live' }]);
    });
  });

  describe('that were replaced', () => {
    async function replaced(parts: Partial<ProcessParts> = {}): Promise<ProjectionEngine> {
      const engine = await running(openCases, parts);
      await engine.rebuild(openCases.name, { id: '1', projection: loudCases });
      await until(() => read(engine) === 'open-cases.v2');
      return engine;
    }

    it('are kept up to date, so that going back is instant, and undone by a promotion', async () => {
      const engine = await replaced();
      await reached(engine, await append(store, noted('a', 'three')));
      await engine.goBack(openCases.name, 'open-cases.v1');
      expect(read(engine)).toBe('open-cases.v2');
      await engine.goBack(openCases.name, 'open-cases.v2');
      expect(await documentsOf(engine, openCases)).toEqual({ a: { topic: 'topic a', notes: ['one', 'two', 'three'] } });
      await engine.goBack(openCases.name);
      expect(read(engine)).toBe('open-cases.v1');
      await engine.promote(openCases.name, 'open-cases.v2');
      expect(await documentsOf(engine, openCases)).toEqual({ a: { topic: 'topic a', notes: ['ONE', 'TWO', 'THREE'] } });
    });

    it('go when the grace time is over, and no sooner', async () => {
      const engine = await replaced({ graceMs: 60_000 });
      const old = await documents.collection('open-cases.v1', []);
      expect(engine.status()[0]?.previous?.until).toBe(time + 60_000);
      time += 60_000;
      await until(() => engine.status()[0]?.previous === undefined);
      await until(async () => (await documents.collection('open-cases.v1', [])) !== old);
      await engine.goBack(openCases.name);
      expect(read(engine)).toBe('open-cases.v2');
    });

    it('go at once when they are dropped', async () => {
      const engine = await replaced();
      await engine.drop(openCases.name, 'open-cases.v2');
      expect(engine.status()[0]?.previous?.readModel).toBe('open-cases.v1');
      await engine.drop(openCases.name, 'open-cases.v1');
      expect(engine.status()[0]?.previous).toBeUndefined();
      expect(await (await documents.collection('open-cases.v1', [])).count()).toBe(0);
      expect(await documentsOf(engine, openCases)).toEqual(loud);
    });
  });

  describe('of a paused projection', () => {
    it('take nothing in, are served, and catch up when it is resumed', async () => {
      const engine = await running(openCases);
      await engine.pause(openCases.name);
      const position = await append(store, noted('a', 'three'));
      expect(await reached(engine, position)).toBe(false);
      expect(engine.status()).toMatchObject([{ state: 'paused', runsHere: false }]);
      expect(await documentsOf(engine, openCases)).toEqual(written);
      await engine.resume(openCases.name);
      expect(await reached(engine, position)).toBe(true);
      expect(engine.status()).toMatchObject([{ state: 'live' }]);
      expect(await documentsOf(engine, openCases)).toEqual({ a: { topic: 'topic a', notes: ['one', 'two', 'three'] } });
    });

    it('stay paused when it was so before the start, and hold up nobody', async () => {
      await (await running(openCases)).stop();
      const engine = engineWith(openCases, { projections: [openCases, noteCounts] });
      await engine.pause(openCases.name);
      await engine.start();
      await engine.ready();
      const position = await append(store, noted('a', 'three'));
      expect(await engine.waitFor(position, [noteCounts.name], PATIENCE_MS)).toBe(true);
      expect(await documentsOf(engine, openCases)).toEqual(written);
      await engine.resume(openCases.name);
      await engine.resume(openCases.name);
      expect(await reached(engine, position)).toBe(true);
    });

    it('are not switched until it is resumed', async () => {
      const engine = await running(openCases);
      await engine.pause(openCases.name);
      await engine.rebuild(openCases.name, { id: '1' });
      expect(candidate(engine)).toMatchObject({ state: 'paused', position: store.start });
      await engine.resume(openCases.name);
      await until(() => read(engine) === 'open-cases.v1.r1');
      expect(await documentsOf(engine, openCases)).toEqual(written);
    });
  });

  it('say how far they are, and for how long they will take', async () => {
    const eventsBetween = (after: string, upTo: string): number => Number(upTo) - Number(after);
    let writes = 0;
    let open = (): void => undefined;
    const opening = new Promise<void>((resolve) => {
      open = resolve;
    });
    const slow = gated(documents, async (call, name) => {
      if (call !== 'write' || name !== 'open-cases.v1.r1') return;
      writes += 1;
      time += 500;
      if (writes === 2) await opening;
    });
    await append(store, noted('a', '3'), noted('a', '4'), noted('a', '5'), noted('a', '6'));
    const engine = await running(openCases, { documents: slow, eventsBetween });
    await engine.rebuild(openCases.name, { id: '1' });
    await until(() => writes === 2);
    expect(candidate(engine)).toMatchObject({ state: 'building', done: { events: 3, of: 7 }, secondsLeft: 2 });
    open();
    await until(() => read(engine) === 'open-cases.v1.r1');
    expect(engine.status()).toMatchObject([{ state: 'live', done: { events: 7, of: 7 }, secondsLeft: 0 }]);
  });
});
