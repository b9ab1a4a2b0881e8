import { describeEventStore } from '#event-sourcing/testing';
import type { EventStore } from '#event-sourcing';
import { openSqliteEventStore } from './sqlite-event-store.adapter.js';
import { temporaryFolder } from '../testing/temporary-folder.js';

describeEventStore('the SQLite store', async () => {
  const folder = temporaryFolder();
  const opened: EventStore[] = [];
  const open = async (): Promise<EventStore> => {
    const store = await openSqliteEventStore({ path: folder.file('accord.db') });
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    reopen: open,
    dispose: async () => {
      for (const store of opened) await store.close();
      folder.remove();
    },
  };
});
