import { setImmediate as eventLoop } from 'node:timers/promises';
import type { Position, Recorded, StoredEvent } from '#event-sourcing';
import { backoff, type Delays, messageOf, pause } from '../backoff.engine.js';
import type { EventHubParts } from './event-hub-parts.js';
import { eventsAt } from './events-at.engine.js';
import { Follower, type FollowOptions } from './follower.engine.js';
import type { HubBatch, HubConsumer, JoinOptions } from './hub-consumer.js';
import { LateConsumers } from './late-consumers.engine.js';
import { LogEvent } from './log-event.engine.js';
import type { LogRange } from './log-reading.engine.js';

/** What the hub is doing. `error` is why it reconnects. */
export interface HubStatus {
  readonly state: 'idle' | 'catching-up' | 'live' | 'reconnecting' | 'stopped';
  readonly position: Position;
  readonly error?: string;
}

/** A projection asks its store twice for each batch: so many events keep it below one round trip for 500, checkpoints included. */
const BATCH_SIZE = 2000;

/**
 * The one subscription of the process (design.md section 3): reads the log in order from the least position that a
 * consumer needs, hands batches to the consumers and to those who {@link follow}, and subscribes again after the last
 * event handed over whenever the subscription ends.
 */
export class EventHub {
  /** The position before the first event. */
  readonly start: Position;
  private consumers: HubConsumer[] = [];
  private readonly late: LateConsumers;
  private readonly followers = new Set<Follower>();
  private readonly stopping = new AbortController();
  private readonly batchSize: number;
  private readonly delays: Delays;
  private state: HubStatus['state'] = 'idle';
  private error: string | undefined;
  private buffer: LogEvent[] = [];
  private reached: Position;
  /** The end of the last batch handed over. */
  private handed: Position;
  private isLive = false;
  private handing: Promise<void> = Promise.resolve();
  private isHandingDue = false;
  /** Everything in the log is handed over as it comes, whoever reads which types. */
  private isSubscribed = false;
  private readonly awaitingSubscription = new Set<() => void>();
  private running: Promise<void> | undefined;

  constructor(private readonly parts: EventHubParts) {
    this.start = parts.store.start;
    this.reached = parts.store.start;
    this.handed = parts.store.start;
    this.batchSize = parts.batchSize ?? BATCH_SIZE;
    this.delays = parts.delays ?? backoff;
    const { store, codec } = parts;
    const { batchSize, delays } = this;
    const { signal } = this.stopping;
    this.late = new LateConsumers({
      store,
      codec,
      batchSize,
      smallBatchSize: parts.lateBatchSize ?? batchSize,
      delays,
      signal,
      admit: this.admit,
      live: this.subscribed,
    });
  }

  /**
   * Adds a consumer at any time, until the signal: it is read what it has missed from the store, and then handed every
   * batch. Those of one company who join in the same breath do so in one reading, after those who joined before.
   */
  join(consumer: HubConsumer, signal: AbortSignal, { company = '', expectsCompany = false }: JoinOptions = {}): void {
    this.leaveOn(signal, consumer);
    this.late.add({ consumer, signal, expectsCompany }, company);
  }

  /** Adds a consumer, until the signal. Throws once the hub runs: a consumer that came later would miss events. */
  attach(consumer: HubConsumer, signal?: AbortSignal): void {
    if (this.running !== undefined) throw new Error('The event hub runs already. Attach consumers before run().');
    if (signal !== undefined) this.leaveOn(signal, consumer);
    this.consumers.push(consumer);
  }

  /** Starts reading; without consumers from the end of the log. Calling it again does nothing. */
  run(): void {
    this.running ??= this.keepReading();
  }

  /**
   * Stops reading, ends the followers, and returns when the consumers are through with what they had been handed. A consumer
   * that is waiting for something has to be told to stop before ({@link ProjectionEngine.stop} does both).
   */
  async stop(): Promise<void> {
    this.stopping.abort();
    this.tellSubscribed();
    await this.running;
    for (const follower of this.followers) follower.close();
    this.state = 'stopped';
  }

  /**
   * The events after a position, decoded, without gap or repeat: first from the store, then as the hub hands them over
   * (before its consumers are through with them). Without `after`: what comes after the first `next()`. Ends with the signal, with the hub, or when the caller leaves the
   * loop; throws what the store and the codec throw.
   */
  follow(options: FollowOptions): AsyncIterableIterator<Recorded> {
    const { store, codec } = this.parts;
    const follower = new Follower(store, codec, options, (gone) => this.followers.delete(gone));
    if (this.stopping.signal.aborted) follower.close();
    else this.followers.add(follower);
    return follower.events();
  }

  /** The event types that there are; `undefined`: the codec does not say. */
  get types(): ReadonlySet<string> | undefined {
    return this.parts.codec.types;
  }

  /** The events of a stretch of the log as the store has them, beside what is handed over. Throws what the store throws. */
  async *read({ upTo, ...range }: LogRange): AsyncGenerator<LogEvent, void, undefined> {
    for await (const event of this.parts.store.readAll(range)) {
      if (event.position > upTo) return;
      yield new LogEvent(event, this.parts.codec);
    }
  }

  /** The end of the log at this moment. Throws what the store throws. */
  head(): Promise<Position> {
    return this.parts.store.head();
  }

  /** The stored events at some positions, by position: see {@link eventsAt}. Throws what the store throws. */
  eventsAt(
    positions: ReadonlySet<Position>,
    types: readonly string[] | undefined,
  ): Promise<ReadonlyMap<Position, StoredEvent>> {
    return eventsAt(this.parts.store, positions, types);
  }

  /** What the hub is doing and how far it has read. */
  status(): HubStatus {
    return {
      state: this.state,
      position: this.reached,
      ...(this.error === undefined ? {} : { error: this.error }),
    };
  }

  private leaveOn(signal: AbortSignal, consumer: HubConsumer): void {
    const leave = (): void => {
      this.consumers = this.consumers.filter((other) => other !== consumer);
    };
    signal.addEventListener('abort', leave, { once: true });
  }

  private async keepReading(): Promise<void> {
    const { signal } = this.stopping;
    let isPlaced = false;
    const isStopping = (): boolean => signal.aborted;
    for (let attempt = 1; !isStopping(); attempt += 1) {
      const before = this.reached;
      this.isSubscribed = false;
      this.state = 'catching-up';
      this.error = undefined;
      try {
        if (!isPlaced) this.reached = await this.firstPosition();
        isPlaced = true;
        await this.readOn();
        this.error = 'The subscription ended.';
      } catch (error) {
        this.error = messageOf(error);
      }
      await this.handOver();
      if (isStopping()) return;
      this.state = 'reconnecting';
      if (this.reached > before) attempt = 1;
      await pause(this.delays(attempt), signal);
    }
  }

  private async firstPosition(): Promise<Position> {
    const [first, ...others] = this.consumers.map(({ after }) => after);
    if (first === undefined) return this.parts.store.head();
    return others.reduce((least, position) => (position < least ? position : least), first);
  }

  /** Catches up with the types that somebody reads, then follows everything, so that progress is known for all. */
  private async readOn(): Promise<void> {
    const { store } = this.parts;
    const { signal } = this.stopping;
    const types = [...new Set(this.consumers.flatMap((consumer) => consumer.types))];
    const head = await store.head();
    if (types.length > 0)
      for await (const event of store.readAll({ after: this.reached, types })) {
        if (signal.aborted) return;
        // Only whole batches: what a document costs to look up and store is shared by its events in one.
        if (!this.isFullWith(event)) continue;
        await this.handOver();
        // Embedded stores answer without a pause: let the process do something else, too, such as say that it is alive.
        await eventLoop();
      }
    if (signal.aborted) return;
    if (head > this.reached) this.reached = head;
    await this.handOver();
    this.tellSubscribed();
    for await (const message of store.subscribe({ after: this.reached, signal }))
      if (message.kind === 'caughtUp') await this.catchUp(message.position);
      else if (this.isFullWith(message.event)) await this.handOver();
      else this.handOverSoon();
  }

  /** Lets late consumers in between two batches; not while those batches may leave out types that only they read. */
  private readonly admit: ConstructorParameters<typeof LateConsumers>[0]['admit'] = (cohort, readRest) =>
    this.inTurn(async () => {
      const isSubscribed = (): boolean => this.isSubscribed;
      if (!isSubscribed()) return false;
      const rest = await readRest();
      // Meanwhile the hub may have begun to catch up again, without their types.
      if (!isSubscribed()) return false;
      const { isLive } = this;
      const position = rest > this.handed ? rest : this.handed;
      const present = cohort.filter(({ signal }) => !signal.aborted).map(({ consumer }) => consumer);
      this.consumers = [...this.consumers, ...present];
      await Promise.all(present.map((consumer) => consumer.receive({ events: [], position, isLive })));
      return true;
    });

  private readonly subscribed = async (): Promise<void> => {
    if (this.isSubscribed || this.stopping.signal.aborted) return;
    await new Promise<void>((resolve) => this.awaitingSubscription.add(resolve));
  };

  private tellSubscribed(): void {
    this.isSubscribed = !this.stopping.signal.aborted;
    for (const resolve of this.awaitingSubscription) resolve();
    this.awaitingSubscription.clear();
  }

  /** Puts an event to the others that are not handed over yet; true when they are enough for a batch. */
  private isFullWith(event: StoredEvent): boolean {
    this.reached = event.position;
    this.buffer.push(new LogEvent(event, this.parts.codec));
    return this.buffer.length >= this.batchSize;
  }

  private async catchUp(position: Position): Promise<void> {
    if (position > this.reached) this.reached = position;
    this.isLive = true;
    this.state = 'live';
    await this.handOver();
  }

  /** Once the events that are there already have been read too. */
  private handOverSoon(): void {
    if (this.isHandingDue) return;
    this.isHandingDue = true;
    setImmediate(() => {
      this.isHandingDue = false;
      void this.handOver();
    });
  }

  private handOver(): Promise<void> {
    return this.inTurn(async () => {
      const batch: HubBatch = { events: this.buffer, position: this.reached, isLive: this.isLive };
      this.buffer = [];
      this.handed = batch.position;
      for (const follower of this.followers) follower.offer(batch.events);
      await Promise.allSettled(this.consumers.map((consumer) => consumer.receive(batch)));
    });
  }

  /** One after the other, whatever becomes of those before. */
  private inTurn<Answer>(act: () => Promise<Answer>): Promise<Answer> {
    const answer = this.handing.then(act);
    this.handing = answer.then(
      () => undefined,
      () => undefined,
    );
    return answer;
  }
}
