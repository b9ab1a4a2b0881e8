import v8 from 'node:v8';
import vm from 'node:vm';
import { v7 } from 'uuid';
import type { EventToAppend, StoredEvent } from '../../event.js';
import type { EventStore, SubscriptionMessage } from '../../event-store.js';
import type { EventStoreFactory, EventStoreUnderTest } from './store-under-test.js';

/** A new store before each test of the surrounding `describe`, disposed of after it. */
export function freshStore(factory: EventStoreFactory): () => EventStoreUnderTest {
  let fresh: EventStoreUnderTest | undefined;
  beforeEach(async () => {
    fresh = await factory();
  });
  afterEach(async () => {
    await fresh?.dispose();
    fresh = undefined;
  });
  return () => {
    if (fresh === undefined) throw new Error('There is a store only inside a test.');
    return fresh;
  };
}

/** An event to append with a new id; `number` tells events apart. */
export function event(number: number, type = 'ReviewHeld'): EventToAppend {
  return {
    id: v7(),
    type,
    data: { number, text: 'Müller & Söhne – 🤝 "zitiert"\n', nested: { list: [1, 2.5, null, true] } },
    metadata: { schemaVersion: 1, $correlationId: 'c-1', note: `event ${number}` },
  };
}

/** Events numbered from `from`. */
export function events(count: number, from = 0, type?: string): EventToAppend[] {
  return Array.from({ length: count }, (_, index) => event(from + index, type));
}

/** Everything an iteration gives. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** The numbers of {@link event}s. */
export function numbers(stored: readonly StoredEvent[]): unknown[] {
  return stored.map(({ data }) => data['number']);
}

/** What an append was refused with; fails when it was not. */
export async function refusal(append: Promise<unknown>): Promise<unknown> {
  try {
    await append;
  } catch (error) {
    return error;
  }
  throw new Error('expected to be refused, but was accepted');
}

/** Takes messages from a subscription until the predicate holds for all taken so far. */
export async function take(
  messages: AsyncIterator<SubscriptionMessage>,
  enough: (taken: readonly SubscriptionMessage[]) => boolean,
): Promise<SubscriptionMessage[]> {
  const taken: SubscriptionMessage[] = [];
  while (!enough(taken)) {
    const result = await messages.next();
    if (result.done === true) throw new Error(`the subscription ended after ${taken.length} messages`);
    taken.push(result.value);
  }
  return taken;
}

/** The events among messages. */
export function eventsOf(messages: readonly SubscriptionMessage[]): StoredEvent[] {
  return messages.flatMap((message) => (message.kind === 'event' ? [message.event] : []));
}

/** Appends `count` events to a stream in batches that stay under every store's limit. */
export async function fill(store: EventStore, stream: string, count: number): Promise<void> {
  const batch = 1_000;
  for (let from = 0; from < count; from += batch) {
    const expected = from === 0 ? 'none' : BigInt(from - 1);
    await store.append(stream, expected, events(Math.min(batch, count - from), from));
  }
}

/** Bytes in use on the heap after everything that can be freed has been. */
export function heapInUse(): number {
  v8.setFlagsFromString('--expose_gc');
  const collect = vm.runInNewContext('gc') as () => void;
  collect();
  return process.memoryUsage().heapUsed;
}
