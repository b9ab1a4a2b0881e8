import type { EventToAppend, Position, StoredEvent } from './event.js';
import type { EventFilter } from './event-filter.js';

/** What the writer believes of the stream: it does not exist, its last event has this revision, or anything. */
export type ExpectedRevision = 'none' | 'any' | bigint;

/** Order of reading: as written, or newest first. */
export type Direction = 'forwards' | 'backwards';

/** Options of {@link EventStore.read}. `from` is inclusive; by default the first event in the direction of reading. */
export interface ReadOptions {
  readonly from?: bigint;
  readonly direction?: Direction;
  readonly limit?: number;
}

/** Options of {@link EventStore.readAll}. `after` is exclusive in the direction of reading. */
export interface ReadAllOptions extends EventFilter {
  readonly after?: Position;
  readonly direction?: Direction;
  readonly limit?: number;
}

/** Options of {@link EventStore.subscribe}. `after` is exclusive; absent means from the first event. */
export interface SubscribeOptions extends EventFilter {
  readonly after?: Position;
  /** Ends the subscription: the iteration finishes without an error. */
  readonly signal: AbortSignal;
}

/** Where an append ended up: revision and position of its last event. */
export interface AppendResult {
  readonly revision: bigint;
  readonly position: Position;
}

/**
 * What a subscription hands over. `caughtUp` comes when the consumer itself has taken every event that was in the log,
 * with the position up to which nothing is missing, and again whenever it has caught up after falling behind.
 */
export type SubscriptionMessage =
  { readonly kind: 'event'; readonly event: StoredEvent } | { readonly kind: 'caughtUp'; readonly position: Position };

/**
 * The log: append-only streams and one total order over all of them (design.md section 3). Adapters promise the same
 * through one contract suite, `describeEventStore`.
 */
export interface EventStore {
  /**
   * Stores events at the end of a stream and returns when they are durable, all or none.
   *
   * Appending the same ids at the same expected revision again succeeds with the first result and writes nothing.
   * Throws {@link RevisionConflict}, {@link EventTooLarge}, {@link EventStoreUnavailable}; `RangeError` for an empty batch,
   * an empty name or a `$` stream.
   */
  append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult>;
  /** The events of a stream; nothing for a stream that does not exist. Memory stays flat whatever the length. */
  read(stream: string, options?: ReadOptions): AsyncIterable<StoredEvent>;
  /** The events of the whole log in log order. Memory stays flat whatever the length. */
  readAll(options?: ReadAllOptions): AsyncIterable<StoredEvent>;
  /** Catches up from `after`, then follows live, in order, skipping and repeating nothing, until the signal. */
  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage>;
  /** Position of the last event in the log; {@link EventStore.start} when it is empty. */
  head(): Promise<Position>;
  /** The position before the first event. */
  readonly start: Position;
  /** Finishes what is in flight and releases everything. Later calls throw {@link EventStoreUnavailable}. */
  close(): Promise<void>;
}

/** Injection token of the process's {@link EventStore}. */
export const EVENT_STORE = Symbol('EventStore');
