import type { Position } from '#event-sourcing';
import type { Stored } from '#document-store';
import { type BatchFailure, foldBatch, planBatch, type Withheld } from '../folding/fold-batch.js';
import type { DocumentVersion } from '../history/history-rows.js';
import type { LogEvent } from '../hub/log-event.engine.js';
import { LogReading } from '../hub/log-reading.engine.js';
import { type ParkedEntry, triedAgain } from './parked-entry.js';
import type { Retry, RetryParts } from './retry-parts.engine.js';

/** Folds the events of one parked document again, from the one that failed on. */
export class DocumentRetry implements Retry {
  private readonly reading: LogReading;
  /** The document as it was found, and as it has become. */
  private before: Stored<object> | undefined;
  private stored: Stored<object> | undefined;
  private readonly versions: DocumentVersion[] = [];
  private failure: BatchFailure | undefined;
  private readonly withheld: Withheld;

  constructor(
    private readonly parts: RetryParts,
    private readonly entry: ParkedEntry,
  ) {
    const { parked, types, read, signal } = parts;
    this.reading = new LogReading(read, { types: [...types] }, entry.after, signal);
    this.withheld = {
      isNone: false,
      waitingFrom: (key) => (key === entry.key ? undefined : parked.waitingFrom(key)),
      isSkipped: (key, position) => parked.isSkipped(key, position),
    };
  }

  async advance(upTo: Position): Promise<void> {
    const { key } = this.entry;
    if (this.stored === undefined) this.stored = this.before = (await this.parts.collection.getMany([key])).get(key);
    await this.reading.to(upTo, (chunk) => this.fold(chunk));
  }

  async finish(upTo: Position): Promise<readonly string[]> {
    const { parked, collection, history } = this.parts;
    const entry = await parked.entry(this.entry.key);
    if (entry === undefined) return [];
    // What waits may lie in front of the runner, which reads again after a crash.
    const end = entry.heldUpTo > upTo ? entry.heldUpTo : upTo;
    await this.advance(end);
    const { failure, stored } = this;
    // A crash in between leaves an entry from whose position on everything is read again.
    if (failure !== undefined) await parked.store([triedAgain(entry, failure.error, end, failure.event)]);
    await history?.record(this.versions, new Map(this.before && [[this.before.id, this.before]]));
    if (stored !== undefined) await collection.write([stored]);
    if (failure === undefined) await parked.resolve(entry, end);
    return [];
  }

  private fold(chunk: readonly LogEvent[]): boolean {
    const { projection, types, partition, isChecked } = this.parts;
    const { key } = this.entry;
    const plan = planBatch(projection, chunk, { types, after: '', withheld: this.withheld, partition, isChecked });
    const steps = plan.steps.filter(({ slot }) => slot.id === key);
    const stored = new Map(this.stored === undefined ? [] : [[key, this.stored]]);
    const own = { ...plan, steps, failures: [], held: new Map<string, Position>() };
    const { changes, versions, failures } = foldBatch(projection, own, stored, isChecked);
    this.stored = changes[0] ?? this.stored;
    this.versions.push(...versions);
    this.failure = failures[0];
    return this.failure === undefined;
  }
}
