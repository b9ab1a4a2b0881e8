import { once } from 'node:events';
import type { EventStore, Position, ReadAllOptions, Recorded, StoredEvent } from '#event-sourcing';
import { EventStoreUnavailable } from '#event-sourcing';
import { InMemoryEventStore } from '#event-sourcing/testing';
import { EventHub } from './event-hub.engine.js';
import type { HubBatch } from './hub-consumer.js';
import { append, caseEvent, plainCodec } from '../testing/cases.js';

const note = (number: number) => caseEvent('CaseNoted', { caseId: String(number % 3), note: String(number) });
const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const noteOf = (event: Recorded): number => Number((event.data as { readonly note: string }).note);
const noDelay = (): number => 0;

const turn = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve));

/** A consumer that remembers what it was handed. */
class Listener {
  readonly notes: number[] = [];
  readonly sizes: number[] = [];
  position: Position;
  isLive = false;
  private readonly waiting: { readonly until: () => boolean; readonly resolve: () => void }[] = [];

  constructor(
    readonly after: Position,
    readonly types: readonly string[] = ['CaseNoted'],
  ) {
    this.position = after;
  }

  receive({ events, position, isLive }: HubBatch): Promise<void> {
    for (const event of events)
      if (this.types.includes(event.stored.type) && event.stored.position > this.after)
        this.notes.push(noteOf(event.recorded));
    if (events.length > 0) this.sizes.push(events.length);
    this.position = position;
    this.isLive = isLive;
    for (const { until, resolve } of this.waiting) if (until()) resolve();
    return Promise.resolve();
  }

  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push({ until: holds, resolve });
      if (holds()) resolve();
    });
  }
}

/** A store whose reading breaks off again and again: after so many events each time. */
function interrupted(store: EventStore, lasting: readonly number[], ending: 'error' | 'end'): EventStore {
  const spans = [...lasting];
  const breaking = async function* <Item>(items: AsyncIterable<Item>): AsyncGenerator<Item, void, undefined> {
    const span = spans.shift() ?? Infinity;
    let taken = 0;
    for await (const item of items) {
      if (taken >= span) {
        if (ending === 'end') return;
        throw new EventStoreUnavailable('The server went away.');
      }
      taken += 1;
      yield item;
    }
  };
  return {
    start: store.start,
    append: (stream, expected, events) => store.append(stream, expected, events),
    read: (stream, options) => store.read(stream, options),
    // A reading that ends without an error has read everything: only a subscription may just end.
    readAll: (options) => (ending === 'end' ? store.readAll(options) : breaking(store.readAll(options))),
    subscribe: (options) => breaking(store.subscribe(options)),
    head: () => store.head(),
    close: () => store.close(),
  };
}

describe('The event hub', () => {
  let store: EventStore;
  const hubs: EventHub[] = [];

  beforeEach(() => {
    store = new InMemoryEventStore();
  });
  afterEach(async () => {
    await Promise.all(hubs.splice(0).map((hub) => hub.stop()));
  });

  function hubOn(source: EventStore = store, batchSize = 10, codec = plainCodec()): EventHub {
    const hub = new EventHub({ store: source, codec, batchSize, delays: noDelay });
    hubs.push(hub);
    return hub;
  }

  it('hands over history in full batches, then what comes, in order', async () => {
    await append(store, ...numbers(25).map(note));
    const listener = new Listener(store.start);
    const hub = hubOn();
    hub.attach(listener);
    hub.run();
    await listener.until(() => listener.isLive);
    expect(listener.sizes).toEqual([10, 10, 5]);
    await append(store, note(25));
    await listener.until(() => listener.notes.length === 26);
    expect(listener.notes).toEqual(numbers(26));
    expect(hub.status()).toEqual({ state: 'live', position: await store.head() });
  });

  it('begins where the consumer that is furthest behind has ended', async () => {
    await append(store, ...numbers(10).map(note));
    const early = new Listener('3'.padStart(20, '0'));
    const late = new Listener('8'.padStart(20, '0'));
    const hub = hubOn();
    hub.attach(late);
    hub.attach(early);
    hub.run();
    await late.until(() => late.isLive);
    expect([early.notes, late.notes]).toEqual([
      [3, 4, 5, 6, 7, 8, 9],
      [8, 9],
    ]);
  });

  it('decodes an event once for all who read it, and not at all when nobody does', async () => {
    await append(store, note(0), caseEvent('CaseArchived', { caseId: 'a' }));
    const codec = plainCodec();
    const hub = hubOn(store, 10, codec);
    const listeners = [new Listener(store.start), new Listener(store.start)];
    for (const listener of listeners) hub.attach(listener);
    hub.run();
    for (const listener of listeners) await listener.until(() => listener.isLive);
    await append(store, caseEvent('CaseArchived', { caseId: 'a' }), note(1));
    for (const listener of listeners) await listener.until(() => listener.notes.length === 2);
    expect(codec.decoded).toBe(2);
  });

  it.each(['error', 'end'] as const)(
    'subscribes again after the last event when the subscription breaks off (%s), and skips and repeats nothing',
    async (ending) => {
      await append(store, ...numbers(20).map(note));
      const listener = new Listener(store.start);
      const hub = hubOn(interrupted(store, [4, 0, 7, 100, 3, 1, 0, 2, 5], ending));
      hub.attach(listener);
      hub.run();
      for (const number of numbers(30)) await append(store, note(20 + number));
      await listener.until(() => listener.notes.length === 50);
      expect(listener.notes).toEqual(numbers(50));
    },
  );

  it('says that it reconnects, and why', async () => {
    const hub = new EventHub({
      store: interrupted(store, [0, 0], 'error'),
      codec: plainCodec(),
      delays: () => 60_000,
    });
    const listener = new Listener(store.start);
    hub.attach(listener);
    await append(store, note(1));
    hub.run();
    while (hub.status().state !== 'reconnecting') await turn();
    expect(hub.status()).toEqual({ state: 'reconnecting', position: store.start, error: 'The server went away.' });
    await hub.stop();
    expect(hub.status().state).toBe('stopped');
  });

  it('waits longer with each attempt in vain, and begins anew after an event', async () => {
    const attempts: number[] = [];
    const listener = new Listener(store.start);
    const hub = new EventHub({
      store: interrupted(store, [0, 0, 0, 2, 0, 0], 'error'),
      codec: plainCodec(),
      delays: (attempt) => {
        attempts.push(attempt);
        return 0;
      },
    });
    hubs.push(hub);
    hub.attach(listener);
    await append(store, ...numbers(5).map(note));
    hub.run();
    await listener.until(() => listener.isLive);
    expect(attempts).toEqual([1, 2, 3, 1, 2, 3]);
    expect(listener.notes).toEqual(numbers(5));
  });

  it('takes no consumer once it runs', () => {
    const hub = hubOn();
    hub.run();
    expect(() => {
      hub.attach(new Listener(store.start));
    }).toThrow('Attach consumers before run().');
  });

  describe('joined while it runs', () => {
    const endless = () => new AbortController().signal;
    const archived = (caseId: string) => caseEvent('CaseArchived', { caseId });

    it('hands over what was missed, and then what comes, wherever the subscription breaks off', async () => {
      await append(store, ...numbers(20).map(note));
      const hub = hubOn(interrupted(store, [4, 0, 7, 100, 3, 1, 0, 2, 5], 'error'));
      hub.attach(new Listener(store.start));
      hub.run();
      const late: Listener[] = [];
      for (const number of numbers(30)) {
        await append(store, note(20 + number));
        const listener = new Listener(store.start);
        late.push(listener);
        hub.join(listener, endless());
      }
      for (const listener of late) {
        await listener.until(() => new Set(listener.notes).size === 50);
        expect([...new Set(listener.notes)]).toEqual(numbers(50));
      }
    });

    it('hands over what was missed in batches that begin smaller', async () => {
      await append(store, ...numbers(10).map(note));
      const hub = new EventHub({ store, codec: plainCodec(), lateBatchSize: 4, delays: noDelay });
      hubs.push(hub);
      const present = new Listener(store.start);
      hub.attach(present);
      hub.run();
      await present.until(() => present.isLive);
      const late = new Listener(store.start);
      hub.join(late, endless());
      await late.until(() => late.isLive);
      expect(present.sizes).toEqual([10]);
      expect(late.sizes[0]).toBe(4);
      expect(late.notes).toEqual(numbers(10));
    });

    it('passes over nothing that is stored while it subscribes again and others read other types', async () => {
      const listener = new Listener(store.start);
      const latecomer = new Listener(store.start, ['CaseArchived']);
      const breaking = new AbortController();
      const resting = new AbortController();
      const resumed = new AbortController();
      let readings = 0;
      const hub = new EventHub({
        store: {
          ...interrupted(store, [], 'end'),
          subscribe: ({ signal, ...options }) => {
            const ending = breaking.signal.aborted ? signal : AbortSignal.any([signal, breaking.signal]);
            return store.subscribe({ ...options, signal: ending });
          },
          async *readAll(options: ReadAllOptions) {
            yield* store.readAll(options);
            if (options.types?.includes('CaseArchived') !== true || (readings += 1) !== 2) return;
            // The latecomer has just been read the rest, and is not among the consumers yet.
            resting.abort();
            await once(resumed.signal, 'abort');
          },
        },
        codec: plainCodec(),
        delays: () => {
          hub.join(latecomer, endless());
          return 20;
        },
      });
      hubs.push(hub);
      hub.attach(listener);
      hub.run();
      await listener.until(() => listener.isLive);
      breaking.abort();
      await once(resting.signal, 'abort');
      const position = await append(store, archived('a'));
      while (hub.status().position < position) await turn();
      resumed.abort();
      await latecomer.until(() => latecomer.position >= position);
      expect(latecomer.sizes).toEqual([1]);
    });
  });

  describe('followed by a reader of its own', () => {
    async function take(events: AsyncIterable<Recorded>, count: number): Promise<readonly number[]> {
      const taken: number[] = [];
      if (count === 0) return taken;
      for await (const event of events) {
        taken.push(noteOf(event));
        if (taken.length === count) break;
      }
      return taken;
    }

    it.each([0, 1, 5, 20])('gives each event once, from the store and live, with %i in the store', async (stored) => {
      await append(store, ...numbers(stored).map(note));
      const hub = hubOn(store, 3);
      hub.run();
      const followed = take(hub.follow({ after: store.start }), 60);
      for (const number of numbers(60 - stored)) await append(store, note(stored + number));
      expect(await followed).toEqual(numbers(60));
    });

    it('gives an event once that it found in the store after the hub had handed it over', async () => {
      let open = (): void => undefined;
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const readSlowly = async function* (after: Position): AsyncGenerator<StoredEvent, void, undefined> {
        await gate;
        yield* store.readAll({ after });
      };
      const source: EventStore = Object.assign(Object.create(store) as EventStore, {
        readAll: ({ after = store.start }: ReadAllOptions) => readSlowly(after),
      });
      const hub = hubOn(source);
      hub.run();
      const followed = take(hub.follow({ after: store.start }), 6);
      const last = await append(store, ...numbers(5).map(note));
      while (hub.status().position < last) await turn();
      await turn();
      open();
      await turn();
      await append(store, note(5));
      expect(await followed).toEqual(numbers(6));
    });

    it('gives only what is still to come without a position', async () => {
      await append(store, note(0));
      const hub = hubOn();
      hub.run();
      const events = hub.follow({});
      const first = events.next();
      await append(store, note(1));
      expect(noteOf((await first).value as Recorded)).toBe(1);
    });

    it('gives only the types and streams asked for', async () => {
      const hub = hubOn();
      hub.run();
      const followed = take(hub.follow({ after: store.start, types: ['CaseNoted'], streams: ['case-1'] }), 3);
      await append(store, caseEvent('CaseArchived', { caseId: '1' }), ...numbers(8).map(note));
      expect(await followed).toEqual([1, 4, 7]);
    });

    it('goes back to the store when it falls behind too far, and still skips and repeats nothing', async () => {
      const hub = hubOn(store, 1000);
      const listener = new Listener(store.start);
      hub.attach(listener);
      hub.run();
      await append(store, note(0));
      const events = hub.follow({ after: store.start });
      expect(noteOf((await events.next()).value as Recorded)).toBe(0);
      const next = events.next();
      await turn();
      await append(store, note(1));
      expect(noteOf((await next).value as Recorded)).toBe(1);
      const encode = (number: number) => plainCodec().encode(note(number), crypto.randomUUID(), {} as never, null);
      const many = numbers(12_000).map((number) => number + 2);
      for (let start = 0; start < many.length; start += 1000)
        await store.append('case-many', 'any', many.slice(start, start + 1000).map(encode));
      await listener.until(() => listener.notes.length === 12_002);
      expect(await take(events, 12_000)).toEqual(many);
    });

    it('lets go of a reader that leaves, even while it waits', async () => {
      const hub = hubOn();
      hub.run();
      const events = hub.follow({ after: store.start });
      const waiting = events.next();
      await turn();
      await events.return?.();
      expect(await waiting).toEqual({ done: true, value: undefined });
    });

    it('ends with the signal, and with the hub', async () => {
      const hub = hubOn();
      hub.run();
      const leaving = new AbortController();
      const bySignal = hub.follow({ signal: leaving.signal }).next();
      const byHub = hub.follow({}).next();
      leaving.abort();
      expect((await bySignal).done).toBe(true);
      await hub.stop();
      expect((await byHub).done).toBe(true);
      expect((await hub.follow({ after: store.start }).next()).done).toBe(true);
      expect((await hub.follow({ signal: leaving.signal }).next()).done).toBe(true);
    });
  });
});
