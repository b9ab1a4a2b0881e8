import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EventStore, EventStoreUnavailable, type Position, type StoredEvent } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import { copyLog, type CopyReport } from './copy-log.adapter.js';
import type { ReadingProgress } from '../progress/reading-progress.js';
import { openLog } from './open-log.adapter.js';
import { contentOf, SAMPLE_PREFIXES, sealedEvent, writeSampleLog } from './testing/sample-log.js';

const silent: ReadingProgress = { phase: () => undefined, advance: () => undefined, done: () => undefined };
const EVENTS = 60;

function copyBetween(source: EventStore, target: EventStore, progress = silent): Promise<CopyReport> {
  const named = { source: { name: 'the old log', store: source }, target: { name: 'the new log', store: target } };
  return copyLog({ ...named, ownStreams: SAMPLE_PREFIXES, progress });
}

/** A store that does something else in one method. */
function changed<Method extends keyof EventStore>(
  store: EventStore,
  method: Method,
  does: EventStore[Method],
): EventStore {
  return new Proxy(store, {
    get: (target, property) => {
      if (property === method) return does;
      const value: unknown = Reflect.get(target, property);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

describe('copying a log', () => {
  let source: InMemoryEventStore;
  let target: InMemoryEventStore;
  beforeEach(async () => {
    source = new InMemoryEventStore();
    target = new InMemoryEventStore();
    await writeSampleLog(source, EVENTS);
  });

  const expectSame = async (): Promise<void> =>
    expect(await contentOf(target.readAll())).toEqual(await contentOf(source.readAll()));

  /** The source, where something happens between copying and verifying: each phase asks for the head when it begins. */
  const afterCopying = (happens: () => Promise<unknown>): EventStore => {
    let phases = 0;
    return changed(source, 'head', async () => {
      phases += 1;
      if (phases === 3) await happens();
      return source.head();
    });
  };

  it('keeps every event with its id, revision, metadata and place in the log', async () => {
    const report = await copyBetween(source, target);
    await expectSame();
    expect(report).toEqual({
      found: 0,
      copied: EVENTS,
      events: EVENTS,
      streams: 14,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
      chainBreaks: [],
      skipped: {},
      behind: false,
    });
  });

  it('copies nothing a second time, and finds the same digest', async () => {
    const first = await copyBetween(source, target);
    expect(await copyBetween(source, target)).toEqual({ ...first, found: EVENTS, copied: 0 });
    await expectSame();
  });

  it('makes an empty log of an empty log', async () => {
    const report = await copyBetween(new InMemoryEventStore(), target);
    expect([report.events, report.streams, await target.head()]).toEqual([0, 0, target.start]);
  });

  it.each([1, 2, 3, 7, 20, 30])('goes on after it failed at append %i', async (failing) => {
    let appends = 0;
    const breaking = changed(target, 'append', (...append) => {
      appends += 1;
      return appends === failing ? Promise.reject(new EventStoreUnavailable('gone')) : target.append(...append);
    });
    await expect(copyBetween(source, breaking)).rejects.toThrow('gone');
    const { found, copied } = await copyBetween(source, target);
    expect(found + copied).toBe(EVENTS);
    await expectSame();
  });

  it('skips streams that are not ours, and says how many events those hold', async () => {
    const wanted = await contentOf(source.readAll());
    await source.append('order-1', 'none', [sealedEvent('somebody else', null), sealedEvent('and again', null)]);
    await source.append('weird', 'none', [sealedEvent('no category', null)]);
    expect(await copyBetween(source, target)).toMatchObject({ events: EVENTS, skipped: { order: 2, weird: 1 } });
    expect(await contentOf(target.readAll())).toEqual(wanted);
  });

  it('says so when the source has grown meanwhile, and takes the rest the next time', async () => {
    const late = sealedEvent('late', null);
    const growing = afterCopying(() => source.append('programme-late', 'none', [late]));
    expect(await copyBetween(growing, target)).toMatchObject({ events: EVENTS, behind: true });
    expect(await copyBetween(source, target)).toMatchObject({ found: EVENTS, copied: 1, behind: false });
    await expectSame();
  });

  it('tells where the source was altered, and copies it as it is', async () => {
    const altered = { ...sealedEvent('altered', null), data: { text: 'another text' } };
    await source.append('programme-altered', 'none', [altered]);
    const { chainBreaks } = await copyBetween(source, target);
    expect(chainBreaks).toEqual([expect.stringContaining('revision 0 of "programme-altered"')]);
    await expectSame();
  });

  it('tells how far it is, in each of its phases', async () => {
    const seen: Record<string, number> = {};
    let now = '';
    let last: Position = '';
    await copyBetween(source, target, {
      phase: (name) => void (now = name),
      advance: (events, at = '') => {
        seen[now] = (seen[now] ?? 0) + events;
        last = at;
      },
      done: () => void (now = 'done'),
    });
    expect([seen, last, now]).toEqual([{ copying: EVENTS, verifying: EVENTS }, await source.head(), 'done']);
  });

  describe('refuses, before anything is written,', () => {
    const refusal = async (): Promise<string> => {
      const head = await target.head();
      const error: unknown = await copyBetween(source, target).catch((reason: unknown) => reason);
      expect(await target.head()).toBe(head);
      return (error as Error).message;
    };

    it('a target that holds something else', async () => {
      await target.append('order-1', 'none', [sealedEvent('somebody else', null)]);
      expect(await refusal()).toMatch(/^the new log holds something else than the old log: after 0 equal events/);
    });

    it('a target that has the same ids with another content', async () => {
      const [first] = await contentOf(source.readAll({ limit: 1 }));
      await target.append(first!.stream, 'none', [{ ...first!, data: { text: 'another' } }]);
      expect(await refusal()).toContain('Nothing was written.');
    });

    it('a target that has gone on by itself', async () => {
      await copyBetween(source, target);
      await target.append('programme-new', 'none', [sealedEvent('new', null)]);
      expect(await refusal()).toMatch(
        /after 60 equal events the target goes on with ReviewHeld .* where the source ends/,
      );
    });
  });

  it('stops where the source has lost an event', async () => {
    async function* gap(): AsyncGenerator<StoredEvent> {
      for await (const event of source.readAll())
        if (event.stream !== 'programme-1' || event.revision !== 1n) yield event;
    }
    const torn = changed(source, 'readAll', () => gap());
    await expect(copyBetween(torn, target)).rejects.toThrow(
      /Revision 2 of "programme-1" does not fit into the new log/,
    );
  });

  it('notices when somebody else writes to the target meanwhile', async () => {
    const stranger = sealedEvent('other', null);
    const disturbed = afterCopying(() => target.append('order-1', 'none', [stranger]));
    await expect(copyBetween(disturbed, target)).rejects.toThrow('the new log is no copy of the old log');
  });
});

describe('copying between the embedded store and a server', () => {
  let folder: string;
  let double: EventStoreDouble;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-copy-'));
    double = await EventStoreDouble.start();
  });
  afterEach(async () => {
    double.down();
    await rm(folder, { recursive: true });
  });

  const copyUrls = async (from: string, to: string): Promise<CopyReport> => {
    const source = await openLog(from, '--from');
    const target = await openLog(to, '--to');
    try {
      return await copyLog({ source, target, ownStreams: SAMPLE_PREFIXES, progress: silent });
    } finally {
      await target.store.close();
      await source.store.close();
    }
  };

  it.each(['esdb', 'kurrentdb'] as const)('leads back to the same log through %s://', async (scheme) => {
    const [first, second] = [`sqlite:${join(folder, 'first.db')}`, `sqlite:${join(folder, 'second.db')}`];
    const { store } = await openLog(first, '--to');
    await writeSampleLog(store, EVENTS);
    const content = await contentOf(store.readAll());
    await store.close();

    double.misbehaviour.appends.push('drop-after-write', 'drop-before-write', 'timeout');
    const there = await copyUrls(first, double.url(scheme));
    const back = await copyUrls(double.url(scheme), second);
    expect([there.copied, back]).toEqual([EVENTS, there]);
    const returned = await openLog(second, '--from');
    expect(await contentOf(returned.store.readAll())).toEqual(content);
    await returned.store.close();
  });

  it.each([
    ['mongodb://user:secret@host/db', '--to is "mongodb://host/db"; it must be sqlite:<path of the file>'],
    ['esdb://user:secret@host:2113?tsl=false', '--to sets "tsl", which no client knows'],
  ])('refuses %s without saying the password', async (url, said) => {
    const error = (await openLog(url, '--to').catch((reason: unknown) => reason)) as Error;
    expect(error.message).toContain(said);
    expect(error.message).not.toContain('secret');
  });
});
