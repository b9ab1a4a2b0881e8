import {
  EventUnreadable,
  type EventTest,
  filterTest,
  type Position,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#event-sourcing';
import type { ConnectionWatch, Line } from './connection-watch.adapter.js';
import type { LogClient } from './log-client.js';
import { eventOf, exact, type LogReader, placeOf } from './log-reader.adapter.js';
import { START } from './log-position.js';
import { type Patience, pause } from './retry.adapter.js';
import { isSystemRecord, positionOf } from './stored-record.js';
import { SubscriptionFeed } from './subscription-feed.adapter.js';

/** What a subscription stands on. */
export interface SubscriptionParts {
  readonly client: LogClient;
  readonly reader: LogReader;
  readonly watch: ConnectionWatch;
  readonly patience: Patience;
  /** Comes when the store closes. */
  readonly closing: AbortSignal;
}

/**
 * Follows the log for as long as it takes. The server's own word that everything has been sent, and its checkpoints, run
 * ahead of a slow consumer, so neither is used: a new subscription begins after the last event that was taken, and
 * `caughtUp` is said when that event is the last in the log.
 */
export async function* follow(
  parts: SubscriptionParts,
  { after, signal, ...filter }: SubscribeOptions,
): AsyncGenerator<SubscriptionMessage, void, undefined> {
  if (after !== undefined) placeOf(after);
  const line = parts.watch.line('the subscription');
  const following = new Following(
    parts,
    filterTest(filter),
    after ?? START,
    line,
    AbortSignal.any([signal, parts.closing]),
  );
  const ended = (): boolean => signal.aborted;
  try {
    while (!ended()) {
      parts.reader.refuseClosed();
      const feed = following.begin();
      try {
        for (;;) {
          const message = following.take(feed) ?? (await following.wait(feed));
          if (message === undefined) break;
          yield message;
        }
      } catch (error) {
        // an impossible position stays impossible: it is reported, not asked for again and again
        if (error instanceof EventUnreadable) throw error;
        await following.pauseAfter(error);
      } finally {
        await feed.close();
      }
    }
  } finally {
    line.release();
  }
}

class Following {
  private announced: Position | undefined;
  /** The head of the log when it was last asked for: it need not be asked again before it is reached. */
  private head: Position = START;

  constructor(
    private readonly parts: SubscriptionParts,
    private readonly isWanted: EventTest,
    private at: Position,
    private readonly line: Line,
    private readonly ending: AbortSignal,
  ) {}

  /** A subscription of the client from the last event taken on. */
  begin(): SubscriptionFeed {
    const { client, patience } = this.parts;
    const subscription = client.subscribe(this.at === START ? undefined : placeOf(this.at));
    return new SubscriptionFeed(subscription, patience.idleMs, this.ending);
  }

  async pauseAfter(error: unknown): Promise<void> {
    if (this.ending.aborted) return;
    await pause(this.parts.patience.delay(this.line.dropped(error)), this.ending);
  }

  /** The next event that is here and that the filter wants; what it does not want counts as taken. Throws when the feed is dropped. */
  take(feed: SubscriptionFeed): SubscriptionMessage | undefined {
    while (!this.ending.aborted) {
      const record = feed.take();
      if (record === undefined) return undefined;
      this.line.recovered();
      if (isSystemRecord(record)) continue;
      const event = this.parts.reader.delivers(record, this.isWanted) ? eventOf(record) : undefined;
      this.at = event?.position ?? exact(positionOf(record));
      if (event !== undefined) return { kind: 'event', event };
    }
    return undefined;
  }

  /** What comes next when nothing is here; `undefined` when nobody wants it any more. Throws when the feed is dropped. */
  async wait(feed: SubscriptionFeed): Promise<SubscriptionMessage | undefined> {
    while (!this.ending.aborted) {
      const caughtUp = this.mayHaveCaughtUp() ? await this.caughtUp() : undefined;
      if (caughtUp !== undefined) return caughtUp;
      if (!(await feed.wait())) await this.refuseSilence();
      const message = this.take(feed);
      if (message !== undefined) return message;
    }
    return undefined;
  }

  private mayHaveCaughtUp(): boolean {
    return this.announced !== this.at && this.head <= this.at;
  }

  private async caughtUp(): Promise<SubscriptionMessage | undefined> {
    const { at } = this;
    this.head = await this.parts.reader.head();
    if (this.head > at) return undefined;
    this.announced = at;
    this.line.recovered();
    return { kind: 'caughtUp', position: at };
  }

  /** The idle watchdog: a connection may be dead without an error, which shows when the log has gone on. */
  private async refuseSilence(): Promise<void> {
    if (this.ending.aborted) return;
    if ((await this.parts.reader.head()) > this.at) throw new Error('the subscription went silent behind the log');
  }
}
