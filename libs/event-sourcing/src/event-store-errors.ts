import type { ExpectedRevision } from './event-store.js';

/** Somebody else appended to the stream. `actual` is its last revision, `'none'` when it does not exist. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    readonly actual: bigint | 'none',
  ) {
    super(`Stream "${stream}" was expected at ${String(expected)} but is at ${String(actual)}.`);
  }
}

/** One append holds more than the store takes at once (1 MiB, so that every adapter takes the same). */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
  constructor(
    readonly stream: string,
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`An append to "${stream}" holds ${String(bytes)} bytes; at most ${String(limit)} are stored at once.`);
  }
}

/** The store cannot be reached or is closed. The same call may succeed later. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
  readonly retryable = true;
}

/** A stored event whose type no context knows: a matter of deployment, not of data. */
export class EventTypeUnknown extends Error {
  override readonly name = 'EventTypeUnknown';
}

/** A stored event that cannot be decoded: damaged JSON, or data that its schema refuses. Names position and revision. */
export class EventUnreadable extends Error {
  override readonly name = 'EventUnreadable';
}

/** An event that a decision returned does not fit its own schema: a fault in our code. */
export class EventInvalid extends Error {
  override readonly name = 'EventInvalid';
}

/** The most bytes of data, metadata and type names one append may hold: EventStoreDB's limit, kept by every adapter. */
export const MAX_APPEND_BYTES = 1_048_576;
