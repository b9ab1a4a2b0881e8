import { setImmediate } from 'node:timers/promises';
import type { Position, SubscribeOptions, SubscriptionMessage } from '#event-sourcing';
import type { Changes } from './changes.adapter.js';
import { MAX_PAGE, nextPageSize } from './paged-events.adapter.js';
import type { Pages } from './pages.adapter.js';
import { formatPosition, parsePosition } from './position.js';

/** What a subscription reads from and is woken by. `use` throws our errors, also when the store is closed. */
export interface FollowedLog {
  readonly pages: Pages;
  readonly changes: Changes;
  readonly use: <Result>(read: () => Result) => Result;
}

/**
 * Catches up page by page, then follows. It reads on only when the consumer has taken a page, so `caughtUp` is said of
 * the consumer and a slow one costs no memory.
 */
export async function* follow(
  { pages, changes, use }: FollowedLog,
  { after, signal, ...filter }: SubscribeOptions,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  const ended = (): boolean => signal.aborted;
  let at = after === undefined ? 0 : positionNumber(after);
  let announced = -1;
  let size = MAX_PAGE;
  const scan = use(() => pages.scan(filter, 'forwards'));
  while (!ended()) {
    const page = use(() => scan.page(at, size));
    for (const row of page.rows) {
      yield { kind: 'event', event: use(() => pages.event(row)) };
      if (ended()) return;
    }
    if (page.rows.length > 0) size = nextPageSize(page.rows);
    if (page.upTo > at) {
      at = page.upTo;
      await setImmediate();
    } else if (announced < at) {
      announced = at;
      yield { kind: 'caughtUp', position: formatPosition(at) };
    } else await changes.wait(signal);
  }
}

/** The number of a position. Throws `RangeError` when the text is no position of such a log. */
export function positionNumber(position: Position): number {
  const number = parsePosition(position);
  if (number === undefined)
    throw new RangeError(`"${position}" is not a position in this log: 20 digits, as the store gives them.`);
  return number;
}
