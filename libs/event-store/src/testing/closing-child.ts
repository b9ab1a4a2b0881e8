/**
 * A process that uses an event store in every way and closes it: `closing-child <connection string>`. It never calls
 * `process.exit`, so it ends only when closing has left nothing open.
 */
import { openEventStoreDb } from '../eventstoredb/eventstoredb-event-store.adapter.js';

const [connectionString = ''] = process.argv.slice(2);
const store = await openEventStoreDb({ connectionString });
const one = (id: string) => ({ id, type: 'ReviewHeld', data: {}, metadata: {} });
await store.append('partnership-1', 'none', [one(crypto.randomUUID()), one(crypto.randomUUID())]);
const reading = store.readAll()[Symbol.asyncIterator]();
await reading.next();
const messages = store.subscribe({ signal: new AbortController().signal })[Symbol.asyncIterator]();
while ((await messages.next()).value?.kind !== 'caughtUp') continue;
const waiting = messages.next().catch((error: unknown) => String(error));
await store.close();
process.stdout.write(`closed, ${String(await waiting)}\n`);
