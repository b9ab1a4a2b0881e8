import type { EventStore } from '../../event-store.js';

/** An empty event store for one test. */
export interface EventStoreUnderTest {
  readonly store: EventStore;
  /** Opens the same log again, after the first store was closed. Absent when the store keeps nothing beyond its own life. */
  readonly reopen?: () => Promise<EventStore>;
  /** Closes the stores, however they were left, and removes what they wrote. */
  dispose(): Promise<void>;
}

/** Makes an {@link EventStoreUnderTest}; called before each test. */
export type EventStoreFactory = () => Promise<EventStoreUnderTest>;
