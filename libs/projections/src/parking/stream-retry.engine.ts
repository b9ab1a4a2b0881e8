import type { Position } from '#event-sourcing';
import type { Stored } from '#document-store';
import { type BatchFailure, planBatch, type Withheld } from '../folding/fold-batch.js';
import type { LogEvent } from '../hub/log-event.engine.js';
import { LogReading } from '../hub/log-reading.engine.js';
import { type FailedEvent, parkedEntry, type ParkedEntry, triedAgain, turnAfter } from './parked-entry.js';
import type { Retry, RetryParts } from './retry-parts.engine.js';

/**
 * Reads the events of a parked stream again. Those that can be read now are handed to the documents they change: each of
 * these is parked by itself, from the first such event on, and tried next. A document that has gone on with events of
 * other streams meanwhile cannot take them any more: only a rebuild puts them in order.
 */
export class StreamRetry implements Retry {
  private readonly reading: LogReading;
  /** Of each document the first event that waited for it. */
  private readonly first = new Map<string, FailedEvent>();
  private failure: BatchFailure | undefined;
  private readonly withheld: Withheld;

  constructor(
    private readonly parts: RetryParts,
    private readonly entry: ParkedEntry,
  ) {
    const { parked, types, read, signal } = parts;
    this.reading = new LogReading(read, { types: [...types], streams: [entry.stream] }, entry.after, signal);
    this.withheld = {
      isNone: false,
      waitingFrom: () => undefined,
      isSkipped: (key, position) => parked.isSkipped(key, position),
    };
  }

  async advance(upTo: Position): Promise<void> {
    await this.reading.to(upTo, (chunk) => this.take(chunk));
  }

  async finish(upTo: Position): Promise<readonly string[]> {
    const { parked } = this.parts;
    const entry = await parked.entry(this.entry.key);
    if (entry === undefined) return [];
    const end = entry.heldUpTo > upTo ? entry.heldUpTo : upTo;
    await this.advance(end);
    const goneOn = await this.documentGoneOn();
    if (goneOn !== undefined) {
      await parked.store([triedAgain(entry, goneOn, end)]);
      return [];
    }
    const { failure } = this;
    // The documents first: a crash in between leaves both, and the stream is tried again.
    await parked.store(await this.documentEntries(end));
    if (failure === undefined) await parked.resolve(entry, end);
    else await parked.store([triedAgain(entry, failure.error, end, failure.event)]);
    return [...this.first.keys()];
  }

  private take(chunk: readonly LogEvent[]): boolean {
    const { projection, types, partition, isChecked } = this.parts;
    const { stream, position: from } = this.entry;
    const own = chunk.filter(({ stored }) => stored.stream === stream && stored.position >= from);
    const plan = planBatch(projection, own, { types, after: '', withheld: this.withheld, partition, isChecked });
    for (const { event, slot } of plan.steps) if (!this.first.has(slot.id)) this.first.set(slot.id, event);
    this.failure = plan.failures[0];
    return this.failure === undefined;
  }

  /** What is wrong if a document contains what comes after the first event that it should have got from the stream. */
  private async documentGoneOn(): Promise<string | undefined> {
    const stored = await this.parts.collection.getMany([...this.first.keys()]);
    for (const [key, { type, position }] of this.first)
      if ((stored.get(key)?.position ?? '') > position)
        return (
          `Document "${key}" has gone on with events of other streams: ${type} at position ${position} cannot be put in ` +
          'front of them. Rebuild the projection: what is skipped stays skipped.'
        );
    return undefined;
  }

  private async documentEntries(heldUpTo: Position): Promise<readonly ParkedEntry[]> {
    const stored = await this.parts.parked.stored([...this.first.keys()]);
    return [...this.first].map(([key, event]) => this.documentEntry(key, event, stored.get(key), heldUpTo));
  }

  /** A document that waits already goes on waiting, from the earlier of both events on. */
  private documentEntry(
    key: string,
    event: FailedEvent,
    stored: Stored<ParkedEntry> | undefined,
    heldUpTo: Position,
  ): ParkedEntry {
    const known = stored?.document;
    const turn = turnAfter(stored);
    if (known !== undefined && known.position <= event.position) return { ...known, heldUpTo, turn };
    const { since, after } = this.entry;
    const error = 'It has waited for its stream.';
    return parkedEntry(key, event, error, {
      of: 'document',
      attempts: 0,
      since,
      after: known !== undefined && known.after < after ? known.after : after,
      heldUpTo,
      turn,
    });
  }
}
