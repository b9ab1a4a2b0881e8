import { describeEventStore } from './event-store-contract.js';
import { InMemoryEventStore } from './in-memory-event-store.js';

describeEventStore('the in-memory store', () => {
  const store = new InMemoryEventStore();
  return Promise.resolve({ store, dispose: () => store.close() });
});
