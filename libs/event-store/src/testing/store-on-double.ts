import type { EventStore } from '#event-sourcing';
import type { EventStoreUnderTest } from '#event-sourcing/testing';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import { openEventStoreDb } from '../eventstoredb/eventstoredb-event-store.adapter.js';

/** An event store for the contract suite on a double of its own, through either client package. */
export async function storeOnDouble(scheme: 'esdb' | 'kurrentdb'): Promise<EventStoreUnderTest> {
  const double = await EventStoreDouble.start();
  const opened: EventStore[] = [];
  const open = async (): Promise<EventStore> => {
    const store = await openEventStoreDb({ connectionString: double.url(scheme) });
    opened.push(store);
    return store;
  };
  return {
    store: await open(),
    reopen: open,
    dispose: async () => {
      for (const store of opened) await store.close();
      double.down();
    },
  };
}
