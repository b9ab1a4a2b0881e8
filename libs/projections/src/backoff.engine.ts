import { setTimeout } from 'node:timers/promises';

/** How long to wait before the `attempt`-th repetition (counted from 1), in milliseconds. */
export type Delays = (attempt: number) => number;

const FIRST_DELAY_MS = 50;
const LONGEST_DELAY_MS = 5_000;

/** 50 ms, doubled with every attempt up to 5 s, of which a random half is left out so that processes do not knock together. */
export const backoff: Delays = (attempt) => {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(attempt - 1, 16));
  return whole * (1 - Math.random() / 2);
};

/** Waits; returns at once, without an error, when the signal comes. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await setTimeout(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

/** What a fault says, for status and messages. */
export function messageOf(fault: unknown): string {
  return fault instanceof Error ? fault.message : String(fault);
}
