import { setImmediate } from 'node:timers/promises';
import type { StoredEvent } from '../event.js';
import { filterTest } from '../event-filter.js';
import { type SerializedEvent, serializeBatch } from '../append-batch.js';
import type {
  AppendResult,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadOptions,
  SubscribeOptions,
  SubscriptionMessage,
} from '../event-store.js';
import type { EventToAppend, Position } from '../event.js';
import { EventStoreUnavailable, RevisionConflict } from '../event-store-errors.js';
import type { JsonObject } from '../json.js';

/** An event as text and where it stands, so that a reader never shares an object with a writer. */
type Entry = SerializedEvent & { readonly stream: string; readonly revision: number; readonly number: number };

/** An event store for specs: the same promises as the real ones (`describeEventStore`), nothing durable. */
export class InMemoryEventStore implements EventStore {
  readonly start: Position = positionOf(0);
  private readonly log: Entry[] = [];
  private readonly streams = new Map<string, Entry[]>();
  private readonly waiting = new Set<() => void>();
  private closed = false;

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const batch = serializeBatch(stream, expected, events);
    if (batch instanceof Error) throw batch;
    this.refuseClosed();
    await setImmediate(); // as a real store, it does not answer in the same turn
    const entries = this.streams.get(stream) ?? [];
    const due = dueRevision(expected, entries.length);
    const start = storedStart(entries, batch, expected, due);
    if (start === undefined && due === entries.length) return this.add(stream, entries, batch);
    const first = start === undefined ? undefined : firstResult(entries, batch, start);
    if (first !== undefined) return first;
    throw new RevisionConflict(stream, expected, entries.length === 0 ? 'none' : BigInt(entries.length - 1));
  }

  async *read(stream: string, options: ReadOptions = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { from, limit = Infinity } = options;
    const entries = this.streams.get(stream) ?? [];
    const step = options.direction === 'backwards' ? -1 : 1;
    let index = step === 1 ? Number(from ?? 0n) : Math.min(entries.length - 1, Number(from ?? entries.length));
    for (let left = limit; left > 0; left -= 1, index += step) {
      await this.turn();
      const entry = entries[index];
      if (entry === undefined) return;
      yield storedEvent(entry);
    }
  }

  async *readAll(options: ReadAllOptions = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { after, direction = 'forwards', limit = Infinity, ...filter } = options;
    const isWanted = filterTest(filter);
    const step = direction === 'forwards' ? 1 : -1;
    let number = after === undefined ? (step === 1 ? 0 : this.log.length + 1) : numberOf(after);
    for (let left = limit; left > 0;) {
      await this.turn();
      number += step;
      const entry = this.log[number - 1];
      if (entry === undefined) return;
      if (!isWanted(entry.type, entry.stream)) continue;
      left -= 1;
      yield storedEvent(entry);
    }
  }

  async *subscribe(options: SubscribeOptions): AsyncGenerator<SubscriptionMessage, void, undefined> {
    const { after, signal, ...filter } = options;
    let number = after === undefined ? 0 : numberOf(after);
    let announced = -1;
    const isWanted = filterTest(filter);
    const ended = (): boolean => signal.aborted;
    while (!ended()) {
      await this.turn();
      const entry = this.log[number];
      if (entry !== undefined) {
        number += 1;
        if (isWanted(entry.type, entry.stream)) yield { kind: 'event', event: storedEvent(entry) };
      } else if (announced < number) {
        announced = number;
        yield { kind: 'caughtUp', position: positionOf(number) };
      } else await this.change(signal);
    }
  }

  async head(): Promise<Position> {
    await this.turn();
    return positionOf(this.log.length);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.wake();
    await setImmediate(); // the appends in flight come first
  }

  private add(stream: string, entries: Entry[], batch: readonly SerializedEvent[]): AppendResult {
    const added = batch.map((event, index) => ({
      ...event,
      stream,
      revision: entries.length + index,
      number: this.log.length + index + 1,
    }));
    entries.push(...added);
    this.log.push(...added);
    this.streams.set(stream, entries);
    this.wake();
    return resultOf(added[added.length - 1] as Entry);
  }

  private wake(): void {
    for (const resume of [...this.waiting]) resume();
  }

  private change(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const resume = (): void => {
        this.waiting.delete(resume);
        signal.removeEventListener('abort', resume);
        resolve();
      };
      this.waiting.add(resume);
      signal.addEventListener('abort', resume);
      if (signal.aborted || this.closed) resume();
    });
  }

  private turn(): Promise<void> {
    this.refuseClosed();
    return Promise.resolve();
  }

  private refuseClosed(): void {
    if (this.closed) throw new EventStoreUnavailable('The in-memory event store is closed.');
  }
}

/** The revision that the batch's first event would get. */
function dueRevision(expected: ExpectedRevision, length: number): number {
  if (expected === 'any') return length;
  return expected === 'none' ? 0 : Number(expected) + 1;
}

/** Where the batch would begin if it had been stored before; `undefined` when there is no sign that it was. */
function storedStart(
  entries: readonly Entry[],
  batch: readonly SerializedEvent[],
  expected: ExpectedRevision,
  due: number,
): number | undefined {
  if (expected !== 'any') return due < entries.length ? due : undefined;
  const revisions = new Map(entries.map(({ id, revision }) => [id, revision]));
  for (const [index, { id }] of batch.entries()) {
    const revision = revisions.get(id);
    if (revision !== undefined) return revision - index;
  }
  return undefined;
}

/** The first result of a batch that stands in the stream from `start` on; `undefined` when something else does. */
function firstResult(
  entries: readonly Entry[],
  batch: readonly SerializedEvent[],
  start: number,
): AppendResult | undefined {
  const last = entries[start + batch.length - 1];
  const isStored = batch.every(({ id }, index) => entries[start + index]?.id === id);
  return isStored && last !== undefined ? resultOf(last) : undefined;
}

function storedEvent({ id, type, data, metadata, stream, revision, number }: Entry): StoredEvent {
  return {
    id,
    type,
    data: JSON.parse(data) as JsonObject,
    metadata: JSON.parse(metadata) as JsonObject,
    stream,
    revision: BigInt(revision),
    position: positionOf(number),
  };
}

function resultOf({ revision, number }: Entry): AppendResult {
  return { revision: BigInt(revision), position: positionOf(number) };
}

function positionOf(number: number): Position {
  return String(number).padStart(20, '0');
}

function numberOf(position: Position): number {
  if (!/^\d{20}$/.test(position))
    throw new RangeError(`"${position}" is not a position in this log: 20 digits, as the store gives them.`);
  return Number(position);
}
