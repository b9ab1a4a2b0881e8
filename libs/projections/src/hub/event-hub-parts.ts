import type { EventCodec, EventStore } from '#event-sourcing';
import type { Delays } from '../backoff.engine.js';

/** What the event hub stands on. `batchSize` (2000) and `delays` (backoff with jitter) have defaults. */
export interface EventHubParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly batchSize?: number;
  /**
   * The size of batches for those who join later (`EventHub.join`), beside others who want answers: small where documents are
   * stored in this process, so that nobody waits long for a batch; more when the process is full of work. By default `batchSize`.
   */
  readonly lateBatchSize?: number;
  readonly delays?: Delays;
}

/**
 * Batches for documents that are stored in this process, by the thread that answers queries. More than 500 events at once would
 * get old in memory before they are folded; 25 take some 1 ms: no longer is a query kept waiting by a build beside it.
 */
export const IN_PROCESS_BATCHES: Pick<EventHubParts, 'batchSize' | 'lateBatchSize'> = {
  batchSize: 500,
  lateBatchSize: 25,
};
