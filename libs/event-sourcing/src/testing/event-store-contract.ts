import { describeAppending } from './event-store-contract/appending.js';
import { describeLifecycle } from './event-store-contract/lifecycle.js';
import { describeReading } from './event-store-contract/reading.js';
import type { EventStoreFactory } from './event-store-contract/store-under-test.js';
import { describeSubscribing } from './event-store-contract/subscribing.js';

/** The promises of the `EventStore` port, as specs for one adapter. Needs Jest's globals. */
export function describeEventStore(name: string, factory: EventStoreFactory): void {
  describe(`${name} keeps the promises of an event store`, () => {
    describeAppending(factory);
    describeReading(factory);
    describeSubscribing(factory);
    describeLifecycle(factory);
  });
}
