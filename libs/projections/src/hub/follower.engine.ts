import {
  type EventCodec,
  type EventFilter,
  type EventStore,
  type EventTest,
  filterTest,
  type Position,
  type Recorded,
} from '#event-sourcing';
import type { LogEvent } from './log-event.engine.js';

/** What {@link EventHub.follow} is asked for. `after` is exclusive; absent means only what is still to come. */
export interface FollowOptions extends EventFilter {
  readonly after?: Position;
  /** Ends the iteration without an error. */
  readonly signal?: AbortSignal;
}

const MOST_BUFFERED = 10_000;

/**
 * One reader that is not in step with the hub. It reads the store until it meets the hub, goes on with what the hub
 * hands over, and returns to the store when it falls behind so far that its buffer is full: memory stays bounded.
 */
export class Follower {
  private buffer: LogEvent[] = [];
  private hasOverflowed = false;
  private hasEnded = false;
  /** Of the last event given to the reader. */
  private position: Position;
  private wake: (() => void) | undefined;
  private readonly isWanted: EventTest;

  constructor(
    private readonly store: EventStore,
    private readonly codec: EventCodec,
    private readonly options: FollowOptions,
    /** Called when the follower reads no more, perhaps several times. */
    private readonly leave: (follower: Follower) => void,
  ) {
    this.position = store.start;
    this.isWanted = filterTest(options);
    if (options.signal?.aborted === true) this.hasEnded = true;
    options.signal?.addEventListener('abort', this.close, { once: true });
  }

  /** Takes what the hub hands over. */
  offer(events: readonly LogEvent[]): void {
    if (this.hasEnded || this.hasOverflowed) return;
    for (const event of events) if (this.isWanted(event.stored.type, event.stored.stream)) this.buffer.push(event);
    if (this.buffer.length > MOST_BUFFERED) {
      this.hasOverflowed = true;
      this.buffer = [];
    }
    this.resume();
  }

  /** Ends the iteration without an error, even while it waits for an event. */
  readonly close = (): void => {
    this.hasEnded = true;
    this.options.signal?.removeEventListener('abort', this.close);
    this.leave(this);
    this.resume();
  };

  /** The events. A caller that leaves early is let go at once, even while it waits for an event. */
  events(): AsyncIterableIterator<Recorded> {
    const events = this.read();
    return {
      next: () => events.next(),
      return: () => {
        this.close();
        return events.return();
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async *read(): AsyncGenerator<Recorded, void, undefined> {
    try {
      this.position = this.options.after ?? (await this.store.head());
      while (this.isReading()) {
        this.buffer = [];
        this.hasOverflowed = false;
        yield* this.fromStore();
        yield* this.fromHub();
      }
    } finally {
      this.close();
    }
  }

  /** What lies between here and the end of the log. */
  private async *fromStore(): AsyncGenerator<Recorded, void, undefined> {
    const { types, streams } = this.options;
    const filter = { ...(types === undefined ? {} : { types }), ...(streams === undefined ? {} : { streams }) };
    for await (const stored of this.store.readAll({ ...filter, after: this.position })) {
      if (!this.isReading()) return;
      this.position = stored.position;
      yield this.codec.decode(stored);
    }
  }

  /** What the hub hands over, until the reader ends or has fallen behind too far. */
  private async *fromHub(): AsyncGenerator<Recorded, void, undefined> {
    for (let events = await this.handedOver(); events !== undefined; events = await this.handedOver())
      for (const event of events) {
        if (event.stored.position <= this.position) continue;
        this.position = event.stored.position;
        yield event.recorded;
      }
  }

  /** What the hub handed over since; waits for it if need be. `undefined`: ended, or to be read from the store again. */
  private async handedOver(): Promise<readonly LogEvent[] | undefined> {
    while (!this.hasEnded && !this.hasOverflowed && this.buffer.length === 0)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    if (this.hasEnded || this.hasOverflowed) return undefined;
    const events = this.buffer;
    this.buffer = [];
    return events;
  }

  private isReading(): boolean {
    return !this.hasEnded;
  }

  private resume(): void {
    const wake = this.wake;
    this.wake = undefined;
    wake?.();
  }
}
