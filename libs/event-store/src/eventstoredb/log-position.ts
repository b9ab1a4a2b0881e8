import type { Position } from '#event-sourcing';

/** A place in the server's log: byte offsets of the commit and of the record itself. Both are needed to be exact. */
export interface LogPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** Digits of each half: every 64-bit number fits. */
const WIDTH = 20;
/** The server counts in signed 64-bit numbers; older ones could send 2^64-1 as a checkpoint (KurrentDB#4892). */
const GREATEST = 2n ** 63n - 1n;

/** The position before the first event. */
export const START: Position = '0'.repeat(2 * WIDTH);

/** Commit and prepare as one text that sorts as the log does; `undefined` for a place that no log can have. */
export function formatPosition({ commit, prepare }: LogPosition): Position | undefined {
  if (!isPossible(commit) || !isPossible(prepare)) return undefined;
  const half = String(commit).padStart(WIDTH, '0');
  return half + (prepare === commit ? half : String(prepare).padStart(WIDTH, '0'));
}

/** The place of a position, `undefined` when the text is none. */
export function parsePosition(position: Position): LogPosition | undefined {
  if (!/^\d{40}$/.test(position)) return undefined;
  const commit = BigInt(position.slice(0, WIDTH));
  const prepare = BigInt(position.slice(WIDTH));
  return isPossible(commit) && isPossible(prepare) ? { commit, prepare } : undefined;
}

function isPossible(offset: bigint): boolean {
  return offset >= 0n && offset <= GREATEST;
}
