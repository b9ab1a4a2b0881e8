import { setImmediate as eventLoop } from 'node:timers/promises';
import type { EventCodec, EventStore, Position, StoredEvent } from '#event-sourcing';
import { type Delays, pause } from '../backoff.engine.js';
import type { HubConsumer } from './hub-consumer.js';
import { LogEvent } from './log-event.engine.js';
import { TimeShare } from './time-share.engine.js';

/** How many times larger batches become where others leave little room: still larger ones would make them wait for long. */
const MOST_GROWTH = 4;

/** Somebody who joins a running hub, and until when. */
export interface Joining {
  readonly consumer: HubConsumer;
  readonly signal: AbortSignal;
  /** Others are about to join, too. */
  readonly expectsCompany: boolean;
}

/** What {@link LateConsumers} stands on. */
export interface LateConsumersParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly batchSize: number;
  /** The size of batches as long as others in this process leave it room. */
  readonly smallBatchSize: number;
  readonly delays: Delays;
  /** The hub stops. */
  readonly signal: AbortSignal;
  /**
   * Makes them consumers of the hub, after handing them the rest behind a position with `readRest`, while the hub hands
   * nothing over; `false`: the hub is not live yet.
   */
  readonly admit: (cohort: readonly Joining[], readRest: () => Promise<Position>) => Promise<boolean>;
  /** Resolves when the hub is live, or stops. */
  readonly live: () => Promise<void>;
}

/** Who expects company waits for so many milliseconds: leases are acquired one by one. */
const GATHERED_FOR_MS = 20;

/**
 * Brings those who join a running hub up to it: they are read the log from the store, those of one company who join together in
 * one reading, and take part in the hub's batches without a gap.
 */
export class LateConsumers {
  /** Who waits for the next reading of a company that has one now, or is about to. */
  private readonly companies = new Map<string, Joining[]>();
  private readonly share = new TimeShare();

  constructor(private readonly parts: LateConsumersParts) {}

  /** Takes a consumer on, for whom nobody outside of the company shall wait. */
  add(joining: Joining, company: string): void {
    const waiting = this.companies.get(company);
    if (waiting !== undefined) waiting.push(joining);
    else {
      this.companies.set(company, [joining]);
      void this.keepCatchingUp(company);
    }
  }

  private async keepCatchingUp(company: string): Promise<void> {
    for (let cohort = await this.gathered(company); cohort.length > 0; cohort = await this.gathered(company))
      await this.catchUp(cohort);
  }

  private async gathered(company: string): Promise<readonly Joining[]> {
    const isGathering = this.companies.get(company)?.some(({ expectsCompany }) => expectsCompany) === true;
    if (isGathering) await pause(GATHERED_FOR_MS, this.parts.signal);
    // Those who come in the same breath join together.
    else await eventLoop();
    const cohort = this.companies.get(company) ?? [];
    // At once: who comes after this look is waited for, or begins a reading of its own.
    if (cohort.length > 0) this.companies.set(company, []);
    else this.companies.delete(company);
    return cohort;
  }

  private async catchUp(cohort: readonly Joining[]): Promise<void> {
    const reading = new CohortReading(this.parts, cohort, this.share);
    for (let attempt = 1; !reading.isOver(); attempt += 1)
      try {
        await reading.readAll();
        await this.parts.live();
        if (await this.parts.admit(cohort, () => reading.readAll())) return;
        attempt = 0;
      } catch {
        // The store's trouble is the hub's to tell: it reads the same log.
        await pause(this.parts.delays(attempt), this.parts.signal);
      }
  }
}

/** One reading of the log for several consumers. */
class CohortReading {
  private after: Position;
  private readonly types: readonly string[];

  constructor(
    private readonly parts: LateConsumersParts,
    private readonly cohort: readonly Joining[],
    private readonly share: TimeShare,
  ) {
    const [first = parts.store.start, ...others] = cohort.map(({ consumer }) => consumer.after);
    this.after = others.reduce((least, position) => (position < least ? position : least), first);
    this.types = [...new Set(cohort.flatMap(({ consumer }) => consumer.types))];
  }

  isOver(): boolean {
    return this.parts.signal.aborted || this.cohort.every(({ signal }) => signal.aborted);
  }

  /** Hands over what the log holds at this moment; gives the position reached. */
  async readAll(): Promise<Position> {
    const { store, codec, batchSize, smallBatchSize } = this.parts;
    const { share } = this;
    const head = await store.head();
    const largest = Math.min(MOST_GROWTH * smallBatchSize, batchSize);
    let since = performance.now();
    let size = smallBatchSize;
    let events: LogEvent[] = [];
    for await (const event of store.readAll({ after: this.after, types: this.types })) {
      events.push(new LogEvent(event, codec));
      if (events.length < size) continue;
      await this.handOver(events, event);
      events = [];
      // Embedded stores answer without a pause: let the process answer others, too.
      since = await share.giveWay(since);
      // Who would give way again and again to many that write would never reach the end of the log.
      size = share.isSmall() ? Math.min(2 * size, largest) : smallBatchSize;
      if (this.isOver()) return this.after;
    }
    await this.handOver(events, events.at(-1)?.stored);
    if (head > this.after) this.after = head;
    return this.after;
  }

  private async handOver(events: readonly LogEvent[], last: StoredEvent | undefined): Promise<void> {
    if (last === undefined) return;
    const batch = { events, position: last.position, isLive: false };
    await Promise.all(this.cohort.map(({ consumer }) => consumer.receive(batch)));
    this.after = last.position;
  }
}
