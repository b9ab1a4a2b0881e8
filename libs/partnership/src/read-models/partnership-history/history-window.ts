import type { Direction } from '#event-sourcing';
import type { HistoryDirection } from '../../domain/recording-vocabulary.js';

/** A page of a history as it is asked for: `after` and `before` are revisions in the order of the list, exclusive. */
export interface HistoryPageWanted {
  readonly order: HistoryDirection;
  /** From the back of the list (Relay's `last`). */
  readonly backwards: boolean;
  readonly after?: bigint;
  readonly before?: bigint;
}

/** How a page is read from a stream. */
export interface HistoryWindow {
  readonly direction: Direction;
  /** The first revision to read; absent: from the end in that direction; negative: there is nothing to read. */
  readonly from?: bigint;
  /** The revision before which reading stops; absent: reads on. */
  readonly until?: bigint;
  /** What is read has to be turned round to be in the order of the list. */
  readonly reversed: boolean;
}

/** Where a page lies in the stream. */
export function historyWindow({ order, backwards, after, before }: HistoryPageWanted): HistoryWindow {
  const newestFirst = order === 'NEWEST_FIRST';
  const [lower, upper] = newestFirst ? [before, after] : [after, before];
  const fromLowEnd = backwards === newestFirst;
  const from = fromLowEnd ? neighbour(lower, 1n) : neighbour(upper, -1n);
  const until = fromLowEnd ? upper : lower;
  return {
    direction: fromLowEnd ? 'forwards' : 'backwards',
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    reversed: backwards,
  };
}

function neighbour(revision: bigint | undefined, step: bigint): bigint | undefined {
  return revision === undefined ? undefined : revision + step;
}

/** True once reading has met the far end of the window. */
export function isPastWindow({ direction, until }: HistoryWindow, revision: bigint): boolean {
  if (until === undefined) return false;
  return direction === 'forwards' ? revision >= until : revision <= until;
}
