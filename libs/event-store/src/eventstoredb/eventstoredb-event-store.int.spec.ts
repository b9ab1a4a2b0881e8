import type { EventStore } from '#event-sourcing';
import { describeEventStore } from '#event-sourcing/testing';
import { EventStoreDouble } from '../../../../test/doubles/eventstoredb/event-store-double.js';
import { openEventStoreDb } from './eventstoredb-event-store.adapter.js';

describe.each(['esdb', 'kurrentdb'] as const)('through %s://', (scheme) => {
  describeEventStore('the EventStoreDB store', async () => {
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
  });
});
