import { setTimeout as after } from 'node:timers/promises';
import { EventStoreUnavailable } from '#event-sourcing';

/** How patient the adapter is, in milliseconds. Tests are less patient than policy. */
export interface Patience {
  /** One append has to be answered within this time, otherwise it counts as unclear. */
  readonly attemptMs: number;
  /** An unclear append is repeated for this long. */
  readonly appendMs: number;
  /** A server that is not there yet is waited for this long at the start. */
  readonly startMs: number;
  /** A subscription that brings nothing for this long is compared with the head of the log. */
  readonly idleMs: number;
  /** A connection that is on its way for this long is given up. */
  readonly connectMs: number;
  /** The pause before the `attempt`-th repetition, counted from 1. */
  readonly delay: (attempt: number) => number;
}

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;

/** An append outlives the restart of a server and ends before a caller over HTTP has given up. */
export const PATIENCE: Patience = {
  attemptMs: 5_000,
  appendMs: 15_000,
  startMs: 10_000,
  idleMs: 10_000,
  // gRPC's MIN_CONNECT_TIMEOUT (doc/connection-backoff.md)
  connectMs: 20_000,
  // doubled up to the longest, of which a random half is left out so that processes do not knock together
  delay: (attempt) =>
    Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt - 1, 16)) * (1 - Math.random() / 2),
};

/** Waits; returns at once, without an error, when a signal comes. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await after(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** The outcome of the work, or {@link EventStoreUnavailable} when there is none in time. */
export function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result> {
  // no AbortController and no race of promises: every append passes here
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new EventStoreUnavailable(`The event store gave no answer within ${String(milliseconds)} ms.`));
    }, milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
