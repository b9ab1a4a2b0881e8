import { type EventStore, EventStoreUnavailable, type StoredEvent } from '#event-sourcing';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import type { AppendFault } from '../../../../test/doubles/eventstoredb/misbehaviour.js';
import { openEventStoreDb, type ConnectedEventStore } from './eventstoredb-event-store.adapter.js';
import { EventStoreRefused } from './event-store-refused.js';

const patience = { attemptMs: 1_000, appendMs: 10_000, startMs: 300, idleMs: 200, delay: () => 20 };

function event(number: number) {
  return { id: crypto.randomUUID(), type: 'ReviewHeld', data: { number }, metadata: {} };
}

async function numbersIn(store: EventStore): Promise<unknown[]> {
  const numbers: unknown[] = [];
  for await (const { data } of store.readAll()) numbers.push(data['number']);
  return numbers;
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

  it.each([
    ['http://localhost', /ACCORD_EVENT_STORE is not a connection string/],
    ['esdb://u:secret@localhost:2113?tlsVerifyCert=false', /tlsVerifyCert/],
    ['esdb://u:secret@localhost:2113?colour=red', /colour/],
  ])('refuses %s without telling the password', async (connectionString, message) => {
    const error: unknown = await openEventStoreDb({ connectionString }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(EventStoreRefused);
    expect(String(error)).toMatch(message);
    expect(String(error)).not.toContain('secret');
  });

  it('refuses a server that is too old, and one that is not there', async () => {
    const old = await EventStoreDouble.start({ version: '24.10.4' });
    await expect(openEventStoreDb({ connectionString: old.url(), patience })).rejects.toThrow(/oldest .* 24\.10\.5/);
    old.down();
    await expect(openEventStoreDb({ connectionString: old.url(), patience })).rejects.toThrow(/no event store answers/);
  });
});
