/**
 * Another process at the same file: `store-child <file> write|read`. It answers one line: `opened <events>` or the name
 * and message of the error. A writer then stays until its input ends; a reader waits for one more event and prints it.
 */
import { openSqliteEventStore } from '../sqlite/sqlite-event-store.adapter.js';

const [path = '', mode] = process.argv.slice(2);

try {
  const store = await openSqliteEventStore({ path, readOnly: mode === 'read' });
  let count = 0;
  let after = store.start;
  for await (const { position } of store.readAll()) {
    count += 1;
    after = position;
  }
  process.stdout.write(`opened ${String(count)}\n`);
  if (mode === 'read') {
    const abort = new AbortController();
    for await (const message of store.subscribe({ after, signal: abort.signal })) {
      if (message.kind === 'caughtUp') continue;
      process.stdout.write(`seen ${message.event.id}\n`);
      abort.abort();
    }
  } else for await (const _chunk of process.stdin) continue;
  await store.close();
} catch (error) {
  process.stdout.write(error instanceof Error ? `${error.name}: ${error.message}\n` : 'unknown error\n');
}
