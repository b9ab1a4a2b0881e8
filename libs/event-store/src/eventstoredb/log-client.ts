import type { Direction, SerializedEvent } from '#event-sourcing';
import type { LogPosition } from './log-position.js';

/** How many records are fetched ahead of a reader: with the clients' own 16 it waits for the server again and again. */
export const AHEAD = { highWaterMark: 256 };

/** How many records a subscription looks at before the server reports how far it is: more would only be noise. */
export const SEARCH_WINDOW = 1_000;

/** An event as both client packages give it. */
export interface LogRecord {
  readonly id: string;
  readonly type: string;
  readonly streamId: string;
  readonly revision: bigint;
  readonly isJson: boolean;
  /** Parsed JSON; text or bytes when it is not JSON. */
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly position?: LogPosition | undefined;
}

/** A record with what the client packages wrap around it. */
export interface ResolvedRecord {
  readonly event?: LogRecord | undefined;
}

/** A read under way. */
export interface LogReading extends AsyncIterable<ResolvedRecord> {
  /** Gives the server's call back; whoever still waits for a record gets the error. */
  stop(error?: Error): void;
}

/** A subscription under way: a stream of records that is read until there is none, then waits. */
export interface LogSubscription {
  read(): unknown;
  on(event: 'readable' | 'error' | 'end' | 'close', listener: (error?: unknown) => void): unknown;
  unsubscribe(): Promise<void>;
}

/** Which events of a stream are read; without `from` from the first in the direction of reading. */
export interface StreamReading {
  readonly from: bigint | undefined;
  readonly direction: Direction;
  readonly limit: number;
}

/** Which events of the log are read; the place is inclusive forwards and exclusive backwards. */
export interface AllReading {
  readonly from: LogPosition | undefined;
  readonly direction: Direction;
  readonly limit: number;
}

/**
 * What the adapter needs of a client package. Errors are the package's own, told apart by their `type`
 * (server-fault.ts); reads throw theirs while they are iterated.
 */
export interface LogClient {
  append(
    stream: string,
    expected: 'none' | bigint,
    events: readonly SerializedEvent[],
  ): Promise<{ readonly revision: bigint; readonly position: LogPosition | undefined }>;
  readStream(stream: string, reading: StreamReading): LogReading;
  readAll(reading: AllReading): LogReading;
  /** Everything but system events after a place, as it comes. */
  subscribe(after: LogPosition | undefined): LogSubscription;
  /** What the server says its version is. */
  serverVersion(): Promise<string>;
  /** Ends every call and closes the connection. */
  close(): Promise<void>;
}
