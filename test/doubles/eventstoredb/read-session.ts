import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { ServerWritableStream } from '@grpc/grpc-js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { badArgument, streamDeleted } from './call-failure.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import {
  caughtUpBytes,
  checkpointBytes,
  confirmationMessage,
  eventBytes,
  streamName,
  streamNotFoundMessage,
} from './messages.js';
import type { Misbehaviour } from './misbehaviour.js';

/** A call of Read; what it sends may already be bytes. */
export type ReadCall = ServerWritableStream<streams.ReadReq, streams.ReadResp | Buffer>;

const IMPOSSIBLE = 2n ** 64n - 1n;
/** How many events a filtered subscription looks at between two checkpoints, at an interval of 1. */
const SEARCH_WINDOW = 32;
/** How many messages may wait for a slow client. */
const MOST_WAITING = 128;

/** Answers one call of Read: a stream, `$all` or a subscription to `$all`. Throws a CallFailure. */
export class ReadSession {
  private readonly options: streams.ReadReq.Options;
  private readonly structuredIds: boolean;

  constructor(
    private readonly log: EventLog,
    private readonly misbehaviour: Misbehaviour,
    private readonly call: ReadCall,
  ) {
    this.options = call.request.getOptions() ?? new streams.ReadReq.Options();
    this.structuredIds = this.options.getUuidOption()?.hasStructured() ?? false;
  }

  async run(): Promise<void> {
    if (this.options.hasSubscription()) await this.subscribe();
    else if (this.options.hasStream()) await this.readStream();
    else await this.readAll();
  }

  private get backwards(): boolean {
    return this.options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  }

  private get count(): number {
    const count = Number(this.options.getCount());
    if (count === 0) throw badArgument('maxCount has to be positive');
    return count;
  }

  private async readStream(): Promise<void> {
    const options = this.options.getStream();
    const name = streamName(options?.getStreamIdentifier());
    const { count } = this;
    if (options?.hasEnd() === true && !this.backwards) throw badArgument('nothing comes after the end');
    const events = this.log.stream(name);
    if (events === 'deleted') throw streamDeleted(name);
    if (events === undefined) {
      await this.send(streamNotFoundMessage(name));
      return;
    }
    const from = options?.hasRevision() === true ? BigInt(options.getRevision()) : 0n;
    const wanted = this.backwards
      ? events.filter(({ revision }) => options?.hasEnd() === true || revision <= from).toReversed()
      : events.filter(({ revision }) => revision >= from);
    await this.sendEvents(wanted.slice(0, count));
  }

  private async readAll(): Promise<void> {
    const { count, backwards } = this;
    const all = this.options.getAll();
    const { events } = this.log;
    let index = this.startIndex(!backwards, events.length);
    if (backwards && all?.hasStart() === true) return;
    const passes = this.filter();
    for (let left = count; left > 0;) {
      const event = events[backwards ? index - 1 : index];
      if (event === undefined) return;
      index += backwards ? -1 : 1;
      if (!passes(event)) continue;
      left -= 1;
      if (!(await this.sendEvent(event))) return;
    }
  }

  private async subscribe(): Promise<void> {
    const { misbehaviour, log } = this;
    let index = this.options.getAll()?.hasEnd() === true ? log.events.length : this.startIndex(false, 0);
    const passes = this.filter();
    await this.open();
    let live = false;
    let looked = 0;
    while (!this.call.cancelled) {
      const event = misbehaviour.silentSubscriptions ? undefined : log.events[index];
      if (event === undefined) {
        await this.idle(live);
        live = true;
        continue;
      }
      index += 1;
      if (passes(event) && !(await this.sendEvent(event))) return;
      looked += 1;
      if (this.options.hasFilter() && looked % this.checkpointEvery() === 0)
        await this.send(checkpointBytes(event.position, event.position));
    }
  }

  private async idle(isLive: boolean): Promise<void> {
    if (!isLive && !this.misbehaviour.silentSubscriptions) await this.send(caughtUpBytes());
    await this.change();
  }

  private async open(): Promise<void> {
    const { misbehaviour } = this;
    await this.send(confirmationMessage(crypto.randomUUID()));
    if (misbehaviour.impossibleCheckpoint) await this.send(checkpointBytes(IMPOSSIBLE, IMPOSSIBLE));
    else if (this.options.hasFilter()) await this.send(checkpointBytes(0n, 0n));
    if (misbehaviour.caughtUpEarly) await this.send(caughtUpBytes());
  }

  private checkpointEvery(): number {
    const filter = this.options.getFilter();
    return (filter?.getMax() ?? SEARCH_WINDOW) * Math.max(1, filter?.getCheckpointintervalmultiplier() ?? 1);
  }

  private startIndex(inclusive: boolean, atEnd: number): number {
    const all = this.options.getAll();
    const position = all?.getPosition();
    if (position === undefined) return all?.hasEnd() === true ? atEnd : 0;
    const commit = BigInt(position.getCommitPosition());
    if (!this.log.isBoundary(commit)) throw badArgument(`no record begins at ${String(commit)}`);
    return this.log.firstIndex(commit, inclusive || this.backwards);
  }

  private filter(): (event: LoggedEvent) => boolean {
    const filter = this.options.getFilter();
    if (filter === undefined) return () => true;
    const expression = filter.getEventType() ?? filter.getStreamIdentifier();
    const subject = (event: LoggedEvent): string => (filter.hasEventType() ? event.type : event.stream);
    const regex = expression?.getRegex() ?? '';
    const prefixes = expression?.getPrefixList() ?? [];
    if (regex !== '') return (event) => new RegExp(regex).test(subject(event));
    return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
  }

  private async sendEvents(events: readonly LoggedEvent[]): Promise<void> {
    for (const event of events) if (!(await this.sendEvent(event))) return;
  }

  private async sendEvent(event: LoggedEvent): Promise<boolean> {
    if (this.misbehaviour.eventDelayMs > 0) await setTimeout(this.misbehaviour.eventDelayMs);
    return this.send(eventBytes(event, this.structuredIds));
  }

  /** Waits while the client takes nothing; false when it has gone. */
  private async send(message: streams.ReadResp | Buffer): Promise<boolean> {
    if (this.call.cancelled || this.call.destroyed) return false;
    if (!this.call.write(message) && this.call.writableLength > MOST_WAITING)
      await this.until((resume) => void once(this.call, 'drain').then(resume, resume));
    return !this.call.cancelled;
  }

  private change(): Promise<void> {
    let stop: (() => void) | undefined;
    return this.until((resume) => {
      stop = this.log.listen(resume);
    }).finally(() => stop?.());
  }

  /** Waits for what `begin` calls back on, or for the end of the call. */
  private until(begin: (resume: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        this.call.off('cancelled', resume);
        this.call.off('close', resume);
        resolve();
      };
      this.call.on('cancelled', resume);
      this.call.on('close', resume);
      begin(resume);
      if (this.call.cancelled) resume();
    });
  }
}
