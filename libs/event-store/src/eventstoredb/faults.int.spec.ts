import { type EventStore, EventStoreUnavailable, EventUnreadable, type StoredEvent } from '#event-sourcing';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import type { AppendFault } from '../../../../test/doubles/eventstoredb/misbehaviour.js';
import { openEventStoreDb, type ConnectedEventStore } from './eventstoredb-event-store.adapter.js';

const patience = { attemptMs: 1_000, appendMs: 10_000, startMs: 2_000, idleMs: 200, delay: () => 20 };

function event(number: number) {
  return { id: crypto.randomUUID(), type: 'ReviewHeld', data: { number }, metadata: {} };
}

async function all(events: AsyncIterable<StoredEvent>): Promise<StoredEvent[]> {
  const list: StoredEvent[] = [];
  for await (const one of events) list.push(one);
  return list;
}

async function numbersIn(store: EventStore): Promise<unknown[]> {
  return (await all(store.readAll())).map(({ data }) => data['number']);
}

describe('an EventStoreDB that misbehaves', () => {
  let double: EventStoreDouble;
  let store: ConnectedEventStore;
  beforeEach(async () => {
    double = await EventStoreDouble.start();
    store = await openEventStoreDb({ connectionString: double.url(), patience });
  });
  afterEach(async () => {
    await store.close();
    double.down();
  });

  it.each<AppendFault>(['drop-before-write', 'drop-after-write', 'not-ready', 'never-answer', 'timeout'])(
    'stores an append once when its first try ends with %s',
    async (fault) => {
      double.misbehaviour.appends.push(fault);
      const { revision } = await store.append('partnership-1', 'none', [event(0), event(1)]);
      expect(revision).toBe(1n);
      expect(await numbersIn(store)).toEqual([0, 1]);
    },
  );

  it('gives an unclear append up as unavailable, and says so of the connection before', async () => {
    await store.close();
    store = await openEventStoreDb({ connectionString: double.url(), patience: { ...patience, appendMs: 100 } });
    double.misbehaviour.unavailable = true;
    const append = store.append('partnership-1', 'none', [event(0)]);
    await expect(append).rejects.toBeInstanceOf(EventStoreUnavailable);
    expect(store.connection()).toEqual({ state: 'connected' });
  });

  it('hands a subscription over without gap or repeat, however often the server is restarted', async () => {
    const abort = new AbortController();
    const taken: StoredEvent[] = [];
    let revision = -1n;
    for await (const message of store.subscribe({ signal: abort.signal })) {
      if (message.kind === 'event') taken.push(message.event);
      if (taken.length === 30) break;
      if (message.kind === 'caughtUp' || taken.length % 3 === 0) {
        await double.restart();
        const batch = [event(taken.length), event(taken.length)];
        ({ revision } = await store.append('partnership-1', revision === -1n ? 'none' : revision, batch));
      }
    }
    expect(taken.map((one) => one.revision)).toEqual(Array.from({ length: 30 }, (_, index) => BigInt(index)));
  });

  it('begins again when a subscription goes silent behind the log', async () => {
    double.misbehaviour.silentSubscriptions = true;
    const abort = new AbortController();
    const messages = store.subscribe({ signal: abort.signal })[Symbol.asyncIterator]();
    expect((await messages.next()).value).toMatchObject({ kind: 'caughtUp' });
    const next = messages.next();
    await store.append('partnership-1', 'none', [event(0)]);
    double.misbehaviour.silentSubscriptions = false;
    expect((await next).value).toMatchObject({ kind: 'event' });
    expect(double.subscriptions).toBeGreaterThan(1);
    abort.abort();
    await messages.next();
  });

  it.each(['caughtUpEarly', 'impossibleCheckpoint'] as const)('is not misled by %s', async (lie) => {
    double.misbehaviour[lie] = true;
    await store.append('partnership-1', 'none', [event(0), event(1)]);
    const kinds: string[] = [];
    for await (const message of store.subscribe({ signal: new AbortController().signal })) {
      kinds.push(message.kind);
      if (message.kind === 'caughtUp') {
        expect(message.position).toBe(await store.head());
        break;
      }
    }
    expect(kinds).toEqual(['event', 'event', 'caughtUp']);
  });

  it('never delivers what the server writes for itself', async () => {
    double.log.system('$stats-1', '$statsCollected', '{}');
    const { position } = await store.append('partnership-1', 'none', [event(0)]);
    double.log.system('$ce-partnership', '$>', '0@partnership-1');
    double.log.tombstone('other-1');
    expect(await numbersIn(store)).toEqual([0]);
    expect(await store.head()).toBe(position);
  });

  it('repeats an append whose answer another client of the process has lost, and stores it once', async () => {
    const other = await EventStoreDouble.start();
    const otherStore = await openEventStoreDb({ connectionString: other.url(), patience });
    await otherStore.append('partnership-1', 'none', [event(0)]);
    other.misbehaviour.delayMs = 200;
    const pending = otherStore.append('partnership-1', 0n, [event(1)]);
    double.misbehaviour.appends.push('drop-before-write');
    await store.append('partnership-2', 'none', [event(2)]);
    expect(await pending).toMatchObject({ revision: 1n });
    expect(await numbersIn(otherStore)).toEqual([0, 1]);
    await otherStore.close();
    other.down();
  });

  describe('when other applications write to the same log', () => {
    const foreign = (type: string, contentType: string, data: string, metadata = '') =>
      double.log.append('foreign-1', 'any', [
        { id: crypto.randomUUID(), type, contentType, data: Buffer.from(data), metadata: Buffer.from(metadata) },
      ]);

    beforeEach(async () => {
      await store.append('partnership-1', 'none', [event(0)]);
      foreign('Photo', 'application/octet-stream', 'bytes');
      foreign('List', 'application/json', '[1, 2]');
      foreign('Broken', 'application/json', '{"half":');
      foreign('Tagged', 'application/json', '{}', 'not JSON');
      await store.append('partnership-1', 0n, [event(1)]);
      foreign('Text', 'application/json', '"text"');
    });

    it('leaves out what is no JSON object, in every way of reading the log', async () => {
      expect(await numbersIn(store)).toEqual([0, 1]);
      const taken: unknown[] = [];
      for await (const message of store.subscribe({ signal: new AbortController().signal })) {
        if (message.kind === 'caughtUp') break;
        taken.push(message.event.data['number']);
      }
      expect(taken).toEqual([0, 1]);
      const [, last] = await all(store.readAll());
      expect(await store.head()).toBe(last?.position);
    });

    it('mentions it once, and names each one that stands in a stream of ours', async () => {
      const lines: [string, object][] = [];
      const log = {
        info: (fields: object) => void lines.push(['info', fields]),
        warn: (fields: object) => void lines.push(['warn', fields]),
      };
      const options = { connectionString: double.url(), patience, log };
      const elsewhere = await openEventStoreDb({ ...options, ownStreams: ['partnership-'] });
      await numbersIn(elsewhere);
      await elsewhere.close();
      expect(lines).toEqual([['info', { type: 'Photo', stream: 'foreign-1', revision: '0' }]]);
      lines.length = 0;
      const ours = await openEventStoreDb({ ...options, ownStreams: ['foreign-'] });
      await numbersIn(ours);
      await ours.close();
      expect(lines.map(([level]) => level)).toEqual(['warn', 'warn', 'warn', 'warn', 'warn']);
    });

    it('reports a stream that is asked for by its name as damaged', async () => {
      await expect(all(store.read('foreign-1'))).rejects.toBeInstanceOf(EventUnreadable);
    });
  });
});
