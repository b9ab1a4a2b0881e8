import { randomUUID } from 'node:crypto';
import type { EventStore } from '#event-sourcing';
import { describeEventStore } from '#event-sourcing/testing';
import { openEventStoreDb } from '#event-store';
import { partOfLog } from './part-of-a-log.js';

const url = process.env['EVENTSTORE_URL'];

if (url === undefined)
  describe('The EventStoreDB store on a real server', () => {
    it.skip('is skipped because EVENTSTORE_URL names no server', () => undefined);
  });
else
  describeEventStore('the EventStoreDB store on a real server', async () => {
    const prefix = `contract_${randomUUID().slice(0, 8)}_`;
    const opened: EventStore[] = [];
    const open = async (): Promise<EventStore> => {
      const store = await openEventStoreDb({ connectionString: url });
      opened.push(store);
      return store;
    };
    const store = await partOfLog(await open(), prefix);
    return {
      store,
      reopen: async () => partOfLog(await open(), prefix, store.start),
      dispose: async () => {
        for (const one of opened) await one.close();
      },
    };
  });
