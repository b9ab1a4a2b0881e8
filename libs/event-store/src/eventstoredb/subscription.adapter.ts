import {
  EventUnreadable,
  type EventFilter,
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
  const following = new Following(parts, filter, after ?? START, line, AbortSignal.any([signal, parts.closing]));
  const ended = (): boolean => signal.aborted;
  try {
    while (!ended()) {
      parts.reader.refuseClosed();
      const feed = following.begin();
      try {
        let message = await following.next(feed);
        while (message !== undefined) {
          yield message;
          message = await following.next(feed);
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
    private readonly filter: EventFilter,
    private at: Position,
    private readonly line: Line,
    private readonly ending: AbortSignal,
  ) {}

  /** A subscription of the client from the last event taken on. */
  begin(): SubscriptionFeed {
    return new SubscriptionFeed(this.parts.client.subscribe(this.at === START ? undefined : placeOf(this.at)));
  }

  /** What comes next, at once if it is here; `undefined` when nobody wants it any more. Throws when the feed is dropped. */
  next(feed: SubscriptionFeed): SubscriptionMessage | undefined | Promise<SubscriptionMessage | undefined> {
    return this.ending.aborted ? undefined : (this.take(feed) ?? this.wait(feed));
  }

  async pauseAfter(error: unknown): Promise<void> {
    if (this.ending.aborted) return;
    await pause(this.parts.patience.delay(this.line.dropped(error)), this.ending);
  }

  /** The next event that is here and that the filter wants; what it does not want counts as taken. */
  private take(feed: SubscriptionFeed): SubscriptionMessage | undefined {
    for (;;) {
      const record = feed.take();
      if (record === undefined) return undefined;
      this.line.recovered();
      if (isSystemRecord(record)) continue;
      const event = this.parts.reader.delivers(record, this.filter) ? eventOf(record) : undefined;
      this.at = event?.position ?? exact(positionOf(record));
      if (event !== undefined) return { kind: 'event', event };
    }
  }

  private async wait(feed: SubscriptionFeed): Promise<SubscriptionMessage | undefined> {
    while (!this.ending.aborted) {
      const message = this.take(feed) ?? (await this.caughtUp());
      if (message !== undefined) return message;
      if (!(await feed.wait(this.parts.patience.idleMs, this.ending))) await this.refuseSilence();
    }
    return undefined;
  }

  private async caughtUp(): Promise<SubscriptionMessage | undefined> {
    const { at } = this;
    if (this.announced === at || this.head > at) return undefined;
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
