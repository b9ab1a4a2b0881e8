/**
 * A process that uses an event store and closes it: `closing-child <connection string> read|everything`. It never calls
 * `process.exit`, so it ends well only when closing comes to an end and has left nothing open.
 */
import type { EventStore } from '#event-sourcing';
import { openEventStoreDb } from '../eventstoredb/eventstoredb-event-store.adapter.js';

const [connectionString = '', mode] = process.argv.slice(2);

/** Appends, and leaves a read and two subscriptions under way, one of which nobody asks any more. Returns what the subscription ends with. */
async function everything(store: EventStore): Promise<() => Promise<unknown>> {
  const one = () => ({ id: crypto.randomUUID(), type: 'ReviewHeld', data: {}, metadata: {} });
  await store.append('partnership-1', 'none', [one(), one()]);
  await store.readAll()[Symbol.asyncIterator]().next();
  await store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]().next();
  const messages = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
  for (let next = await messages.next(); next.done !== true && next.value.kind !== 'caughtUp';)
    next = await messages.next();
  const waiting = messages.next().catch((error: unknown) => error);
  return () => waiting;
}

const AN_HOUR_MS = 3_600_000;
const store = await openEventStoreDb({ connectionString, patience: { idleMs: AN_HOUR_MS } });
const ending =
  mode === 'everything' ? await everything(store) : await store.head().then(() => () => Promise.resolve(''));
await store.close();
process.stdout.write(`closed ${String(await ending())}\n`);
