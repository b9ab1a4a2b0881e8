import { createHash } from 'node:crypto';
import type { EventCodec } from './codec.js';
import { accepted, acceptedWithWarnings, type Decision, rejected } from './decision.js';
import type { DomainEvent, EventMetadata, EventToAppend, StoredEvent } from './event.js';
import type { AppendResult, EventStore, ExpectedRevision, ReadOptions } from './event-store.js';
import { EventStoreUnavailable, RevisionConflict } from './event-store-errors.js';
import type { JsonObject } from './json.js';
import { InMemoryEventStore, testActor } from './testing/index.js';
import { type CommandOrigin, type FoldedStream, type StreamFold, type Transaction, Transactor } from './transact.js';

type CounterRaised = DomainEvent<'CounterRaised', { readonly by: number }>;
type Decide = Transaction<number, CounterRaised, 'TOO_HIGH'>['decide'];

const stream = 'counter-1';
const sum: StreamFold<number, CounterRaised> = { initial: 0, evolve: (total, { data }) => total + data.by };
const raised = (by: number, occurredOn = '2026-03-31'): CounterRaised => ({
  type: 'CounterRaised',
  occurredOn,
  data: { by },
});
const raise =
  (...by: readonly number[]): Decide =>
  () =>
    accepted(...by.map((step) => raised(step)));

/** Hash and chain as the real codec has them, without schemas. */
const codec: EventCodec = {
  encode: (event, id, origin, prevHash) => {
    const sealed = { ...origin, schemaVersion: 1, occurredOn: event.occurredOn, lateDays: 0, prevHash };
    const hash = createHash('sha256')
      .update(JSON.stringify([id, event, sealed]))
      .digest('hex');
    return {
      id,
      type: event.type,
      data: event.data as JsonObject,
      metadata: { ...sealed, hash } as unknown as JsonObject,
    };
  },
  decode: (stored) => {
    const metadata = stored.metadata as unknown as EventMetadata;
    return { ...stored, metadata, occurredOn: metadata.occurredOn };
  },
  decodeUnchecked: (stored) => codec.decode(stored),
};

/** A store that counts the events it gives out and lets a test happen between reading and writing. */
class ObservedStore extends InMemoryEventStore {
  eventsRead = 0;
  appends = 0;
  beforeAppend: () => Promise<void> = () => Promise.resolve();
  afterAppend: () => void = () => undefined;

  override async *read(name: string, options?: ReadOptions): AsyncGenerator<StoredEvent, void, undefined> {
    for await (const event of super.read(name, options)) {
      this.eventsRead += 1;
      yield event;
    }
  }

  override async append(
    name: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    this.appends += 1;
    await this.beforeAppend();
    const result = await super.append(name, expected, events);
    this.afterAppend();
    return result;
  }
}

let commands = 0;
/** The origin of a new command, or of the one with the given number again. */
function origin(number = (commands += 1), rest: Partial<CommandOrigin> = {}): CommandOrigin {
  const commandId = `0198c0de-1234-7000-8000-${String(number).padStart(12, '0')}`;
  return { commandId, correlationId: commandId, causationId: commandId, actor: testActor(), source: 'API', ...rest };
}

/** One process at the store: a cache and a clock of its own; no two clocks agree. */
function process(store: EventStore, clockAhead = 0, soleWriter = false) {
  const cache = new Map<string, FoldedStream>();
  let milliseconds = clockAhead;
  const clock = {
    kind: 'REAL' as const,
    now: () => ({
      now: `2026-03-31T09:00:00.${String((milliseconds += 1)).padStart(3, '0')}Z`,
      today: '2026-03-31',
    }),
  };
  const transactor = new Transactor({ store, codec, cache, clock, soleWriter });
  return {
    cache,
    transact: (decide: Decide, by: CommandOrigin = origin()) =>
      transactor.transact({ stream, fold: sum, origin: by, decide }),
  };
}

/** Every event names the hash of the one before it. */
async function expectUnbrokenChain(store: EventStore): Promise<void> {
  let hash: unknown = null;
  for await (const { metadata } of store.read(stream)) {
    expect(metadata['prevHash']).toBe(hash);
    hash = metadata['hash'];
  }
}

describe('carrying out a command', () => {
  let store = new ObservedStore();
  let own = process(store);
  let other = process(store, 500);
  beforeEach(() => {
    store = new ObservedStore();
    own = process(store);
    other = process(store, 500);
  });
  afterEach(() => expectUnbrokenChain(store));

  it('appends what was decided on the present state and answers with the state after it', async () => {
    await own.transact(raise(2, 3));
    const result = await own.transact((total) => accepted(raised(total * 10)));
    expect(result).toEqual({
      outcome: 'accepted',
      revision: 2n,
      position: await store.head(),
      folded: 55,
      warnings: [],
      repeated: false,
    });
  });

  it('passes on a refusal and writes nothing', async () => {
    const result = await own.transact(() => rejected('TOO_HIGH', 'The counter is at its top. Lower it first.'));
    expect(result).toMatchObject({ outcome: 'rejected', rejection: { code: 'TOO_HIGH', retryable: false } });
    expect(store.appends).toBe(0);
  });

  it('accepts that there is nothing to do', async () => {
    await own.transact(raise(2));
    const result = await own.transact(() => acceptedWithWarnings([], [{ code: 'IDLE', message: 'Nothing changed.' }]));
    expect(result).toMatchObject({ outcome: 'accepted', revision: 0n, folded: 2, warnings: [{ code: 'IDLE' }] });
    expect(store.appends).toBe(1);
  });

  it('tells the decision the instant, the date, the actor and ids that belong to the command', async () => {
    const seen: unknown[] = [];
    const by = origin();
    const decide: Decide = (_total, { now, today, actor, newId }): Decision<CounterRaised, 'TOO_HIGH'> => {
      seen.push([now, today, actor, newId('rev'), newId('rev', 1)]);
      return accepted();
    };
    await own.transact(decide, by);
    await own.transact(decide, by);
    expect(seen).toEqual([
      [
        '2026-03-31T09:00:00.001Z',
        '2026-03-31',
        testActor(),
        expect.stringMatching(/^rev_/),
        expect.stringMatching(/^rev_/),
      ],
      ['2026-03-31T09:00:00.002Z', ...(seen[0] as unknown[]).slice(1)],
    ]);
  });

  describe('that is sent again', () => {
    it('gets the first answer and writes no second event, also after others have written', async () => {
      const first = await own.transact(raise(2, 3), origin(1));
      await own.transact(raise(10));
      const again = await own.transact(raise(2, 3), origin(1));
      expect(again).toEqual({ ...first, folded: 15, repeated: true });
      expect(store.appends).toBe(2);
    });

    it('is known to a process that has never seen the stream', async () => {
      const first = await own.transact(raise(2), origin(1));
      expect(await other.transact(raise(2), origin(1))).toEqual({ ...first, repeated: true });
    });

    it('was stored although its answer was lost: the answer comes with the repeat', async () => {
      store.afterAppend = () => {
        throw new EventStoreUnavailable('The connection broke.');
      };
      await expect(own.transact(raise(2), origin(1))).rejects.toThrow(EventStoreUnavailable);
      store.afterAppend = () => undefined;
      expect(await own.transact(raise(2), origin(1))).toMatchObject({ revision: 0n, folded: 2, repeated: true });
      expect(await own.transact(raise(1))).toMatchObject({ revision: 1n, folded: 3 });
      expect(store.appends).toBe(2);
    });

    it('to two processes at once is stored once, and neither of them breaks the hash chain afterwards', async () => {
      await own.transact(raise(1));
      await other.transact(() => accepted());
      const [one, two] = await Promise.all([own.transact(raise(2), origin(77)), other.transact(raise(2), origin(77))]);
      expect(two).toEqual(one);
      expect(await other.transact(raise(3))).toMatchObject({ revision: 2n, folded: 6 });
      expect(await own.transact(raise(4))).toMatchObject({ revision: 3n, folded: 10 });
    });
  });

  describe('while somebody else writes', () => {
    it('takes turns with the others in its process: none of 64 at once conflicts, and none is lost', async () => {
      const answers = await Promise.all(Array.from({ length: 64 }, () => own.transact(raise(1))));
      expect(answers.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 64 }, () => 'accepted'));
      expect(store.appends).toBe(64);
      expect(await own.transact(() => accepted())).toMatchObject({ folded: 64 });
      await expectUnbrokenChain(store);
    });

    it('decides anew on the state that the other has made', async () => {
      await own.transact(raise(1));
      let disturbances = 2;
      store.beforeAppend = async () => {
        if (disturbances === 0) return;
        disturbances -= 1;
        const before = store.beforeAppend;
        store.beforeAppend = () => Promise.resolve();
        await other.transact(raise(100));
        store.beforeAppend = before;
      };
      const result = await own.transact((total) => accepted(raised(total)));
      expect(result).toMatchObject({ outcome: 'accepted', revision: 3n, folded: 402 });
    });

    it('gives up after three attempts and says that it may be sent again', async () => {
      let attempts = 0;
      store.beforeAppend = () => {
        attempts += 1;
        return Promise.reject(new RevisionConflict(stream, 'none', 0n));
      };
      const result = await own.transact(raise(1));
      expect(result).toMatchObject({ rejection: { code: 'CONCURRENCY_CONFLICT', retryable: true } });
      expect(attempts).toBe(3);
    });

    it('lets a fault of the store through at once', async () => {
      store.beforeAppend = () => Promise.reject(new EventStoreUnavailable('Away.'));
      await expect(own.transact(raise(1))).rejects.toThrow('Away.');
      expect(store.appends).toBe(1);
    });
  });

  it.each([
    ['has passed', 0n],
    ['has not come', 5n],
  ])('refuses an expected revision that %s, without deciding', async (_case, expectedRevision) => {
    await own.transact(raise(1, 1));
    const decide = countedDecision();
    const result = await own.transact(decide.decide, origin(undefined, { expectedRevision }));
    expect(result).toMatchObject({
      rejection: {
        code: 'CONCURRENCY_CONFLICT',
        details: [{ code: 'STALE_REVISION', path: 'expectedRevision', message: '1' }],
      },
    });
    expect(decide.calls()).toBe(0);
  });

  it('accepts the expected revision that is the present one', async () => {
    await own.transact(raise(1, 1));
    expect(await own.transact(raise(1), origin(undefined, { expectedRevision: 1n }))).toMatchObject({ revision: 2n });
  });

  it('refuses what is said to have happened after today', async () => {
    const result = await own.transact(() => accepted(raised(1, '2026-03-31'), raised(2, '2026-04-01')));
    expect(result).toMatchObject({
      rejection: { code: 'OCCURRED_IN_FUTURE', details: [{ code: 'OCCURRED_IN_FUTURE', path: 'occurredOn' }] },
    });
    expect(store.appends).toBe(0);
  });

  describe('on a warm stream', () => {
    it('reads only the head that it knows and what is new', async () => {
      await own.transact(raise(...Array.from({ length: 50 }, () => 1)));
      store.eventsRead = 0;
      await own.transact(raise(1));
      expect(store.eventsRead).toBe(1);
      await other.transact(raise(1, 1, 1));
      store.eventsRead = 0;
      expect(await own.transact(raise(1))).toMatchObject({ folded: 55 });
      expect(store.eventsRead).toBe(4);
    });

    it('folds anew when the stream is not the one it knows', async () => {
      await own.transact(raise(1, 2));
      await own.transact(raise(3));
      const known = own.cache.get(stream);
      own.cache.set(stream, { ...(known as FoldedStream), headHash: 'another', folded: 99 });
      expect(await own.transact(raise(4))).toMatchObject({ folded: 10 });
    });
  });

  describe('as the only writer', () => {
    const sole = () => process(store, 0, true);

    it('reads nothing of a warm stream', async () => {
      const writer = sole();
      await writer.transact(raise(1, 2));
      store.eventsRead = 0;
      expect(await writer.transact(raise(3))).toMatchObject({ revision: 2n, folded: 6 });
      expect(store.eventsRead).toBe(0);
    });

    it('reads the stream again when it cannot know whether an append was stored', async () => {
      const writer = sole();
      await writer.transact(raise(1));
      store.afterAppend = () => {
        throw new EventStoreUnavailable('The answer was lost.');
      };
      await expect(writer.transact(raise(2))).rejects.toThrow('The answer was lost.');
      store.afterAppend = () => undefined;
      expect(await writer.transact(raise(3))).toMatchObject({ revision: 2n, folded: 6 });
      await expectUnbrokenChain(store);
    });
  });
});

/** A decision that counts how often it is asked. */
function countedDecision(): { readonly decide: Decide; readonly calls: () => number } {
  let count = 0;
  return {
    decide: () => {
      count += 1;
      return accepted(raised(1));
    },
    calls: () => count,
  };
}
