import {
  type Direction,
  EventStoreUnavailable,
  type EventTest,
  filterTest,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  type StoredEvent,
} from '#event-sourcing';
import type { LogClient, LogReading, LogRecord } from './log-client.js';
import { type LogPosition, parsePosition, START } from './log-position.js';
import { faultType, serverFault } from './server-fault.js';
import type { SkippedRecords } from './skipped-records.adapter.js';
import { isReadable, isSystemRecord, positionOf, storedEvent } from './stored-record.js';

/** The least and the most records of the log that one call asks for. */
const SMALL_PAGE = 64;
const LARGE_PAGE = 4_096;
/** The end of the log mostly is an event of ours. */
const HEAD_PAGE = 2;

/** Reads streams and the log. What the server keeps for itself is left out, in whatever way it is asked. */
export class LogReader {
  private readonly readings = new Set<LogReading>();
  private closed = false;
  /** The last event found and the end of the log as it was then: the next search goes back no further. */
  private known: { readonly head: Position; readonly top: Position } = { head: START, top: START };

  constructor(
    private readonly client: LogClient,
    private readonly hosts: string,
    private readonly skipped: SkippedRecords,
  ) {}

  async *stream(name: string, options: ReadOptions): AsyncGenerator<StoredEvent, void, undefined> {
    const { from, direction = 'forwards', limit = Infinity } = options;
    let left = limit;
    this.refuseClosed();
    if (left <= 0) return;
    const reading = this.begin(this.client.readStream(name, { from, direction, limit }));
    try {
      for await (const { event } of reading) {
        this.refuseClosed();
        if (event === undefined || isSystemRecord(event)) continue;
        yield eventOf(event);
        this.refuseClosed();
        left -= 1;
        if (left === 0) return;
      }
    } catch (error) {
      if (!isMissingStream(error)) throw this.fault(error);
    } finally {
      this.end(reading);
    }
  }

  async *all(options: ReadAllOptions): AsyncGenerator<StoredEvent, void, undefined> {
    const { after, direction = 'forwards', limit = Infinity, ...filter } = options;
    const from = after === undefined ? undefined : placeOf(after);
    const isWanted = filterTest(filter);
    let left = limit;
    this.refuseClosed();
    for await (const record of this.log(from, direction, Math.min(LARGE_PAGE, Math.max(SMALL_PAGE, limit)))) {
      if (!this.delivers(record, isWanted)) continue;
      if (left <= 0) return;
      yield eventOf(record);
      left -= 1;
      if (left === 0) return;
    }
  }

  /** Position of the last event that is not the server's own. */
  async head(): Promise<Position> {
    this.refuseClosed();
    const { known } = this;
    let top: Position | undefined;
    for await (const record of this.log(undefined, 'backwards', HEAD_PAGE)) {
      const position = exact(positionOf(record));
      top ??= position;
      if (position <= known.top) break;
      if (isSystemRecord(record) || !isReadable(record)) continue;
      this.known = { head: position, top };
      return position;
    }
    if (top !== undefined) this.known = { head: known.head, top };
    return known.head;
  }

  /**
   * Whether the record of the log is an event that a reader wants: the clients' own filters are not all honoured. What can
   * be no event of ours is left out.
   */
  delivers(record: LogRecord, isWanted: EventTest): boolean {
    if (isReadable(record)) return !isSystemRecord(record) && isWanted(record.type, record.streamId);
    this.skipped.note(record);
    return false;
  }

  /** Ends the reads under way; later ones are refused. */
  close(): void {
    this.closed = true;
    for (const reading of this.readings) reading.stop(this.closedFault());
  }

  refuseClosed(): void {
    if (this.closed) throw this.closedFault();
  }

  fault(error: unknown): Error {
    return this.closed ? this.closedFault() : serverFault(error, this.hosts);
  }

  closedFault(): EventStoreUnavailable {
    return new EventStoreUnavailable(`The event store at ${this.hosts} is closed.`);
  }

  /** The records of the log page by page, so that a slow reader keeps no call of the server open for long. */
  private async *log(
    after: LogPosition | undefined,
    direction: Direction,
    firstPage: number,
  ): AsyncGenerator<LogRecord, void, undefined> {
    let from = after;
    let size = firstPage;
    for (;;) {
      let count = 0;
      let last: LogPosition | undefined;
      const limit = size;
      const reading = this.begin(this.client.readAll({ from, direction, limit }));
      try {
        for await (const { event: record } of reading) {
          this.refuseClosed();
          if (record === undefined) continue;
          count += 1;
          const isStart = direction === 'forwards' && isSamePlace(record.position, from);
          last = record.position ?? last;
          if (!isStart) yield record;
          this.refuseClosed();
        }
      } catch (error) {
        throw this.fault(error);
      } finally {
        this.end(reading);
      }
      if (count < limit || last === undefined) return;
      from = last;
      size = LARGE_PAGE;
    }
  }

  private begin(reading: LogReading): LogReading {
    this.readings.add(reading);
    return reading;
  }

  private end(reading: LogReading): void {
    this.readings.delete(reading);
    reading.stop();
  }
}

/** The event of a record. Throws `EventUnreadable`. */
export function eventOf(record: LogRecord): StoredEvent {
  return exact(storedEvent(record));
}

/** The place of a position; the start of the log for the first. Throws `RangeError` when the text is no position. */
export function placeOf(position: Position): LogPosition {
  const place = parsePosition(position);
  if (place === undefined)
    throw new RangeError(`"${position}" is not a position in this log: 40 digits, as the store gives them.`);
  return place;
}

/** The value; throws it when it is a fault. */
export function exact<Value>(value: Value): Exclude<Value, Error> {
  if (value instanceof Error) throw value;
  return value as Exclude<Value, Error>;
}

function isSamePlace(one: LogPosition | undefined, other: LogPosition | undefined): boolean {
  return one !== undefined && one.commit === other?.commit && one.prepare === other.prepare;
}

function isMissingStream(error: unknown): boolean {
  const type = faultType(error);
  return type === 'stream-not-found' || type === 'stream-deleted';
}
