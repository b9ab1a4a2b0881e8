import type { JsonObject, Position } from '#event-sourcing';
import type { Stored } from '#document-store';
import { isIn, type Partition } from '../folding/partition.js';

/** The event at which a document, or all that follows from a stream, began to wait. */
export interface FailedEvent {
  readonly type: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: Position;
  readonly metadata: Readonly<Record<string, unknown>> | object;
}

/**
 * A document of a projection that waits: an event could not be folded into it, and neither are those that come after. It
 * is served as of the last event before.
 *
 * An event that cannot be read, or whose `key` throws, belongs to no document that could be named. It is parked under its
 * stream instead (`of: 'stream'`, {@link streamMark}), and with it all later events of that stream, whichever documents they change:
 * most documents follow one stream, and theirs stay in order. Each partition of the build parks it for its own documents.
 */
export interface ParkedEntry {
  /** The document's id, or the mark of a stream. */
  readonly key: string;
  readonly of: 'document' | 'stream';
  /** The first event that failed: where it stands in the log, and when it was recorded. */
  readonly type: string;
  readonly stream: string;
  readonly revision: string;
  readonly position: Position;
  readonly recordedAt: string;
  /** What went wrong, the last time it was tried. */
  readonly error: string;
  /** How often it has been tried; 0: it waited for its stream, and its turn has come. */
  readonly attempts: number;
  /** An instant, ISO: when it was parked. */
  readonly since: string;
  /** Every event of the document from the failed one on lies behind this position. */
  readonly after: Position;
  /** The last event of the document that is known to wait: up to here everything is accounted for. */
  readonly heldUpTo: Position;
  /** Counts the decisions about it, so that of two that account for the same events the later one holds. */
  readonly turn: number;
}

/** What the mark of a stream begins with; no document's id may. */
export const STREAM_MARK = 'stream:';

const LONGEST_ERROR = 2_000;
const TURN_DIGITS = 6;

/** Under which key an event is parked that belongs to no document that could be named. */
export function streamMark(stream: string): string {
  return `${STREAM_MARK}${stream}`;
}

/** The collection that holds the parked entries of a read model. */
export function parkedName(readModel: string): string {
  return `${readModel}.parked`;
}

/** Under which id a partition keeps its entry for a key: the marks of streams are in all partitions. */
export function parkedId(key: string, partition: Partition): string {
  const { index, of } = partition;
  return isIn(partition, key) ? key : `${key} (${String(index + 1)} of ${String(of)})`;
}

/** The entry for a key at the event that failed. */
export function parkedEntry(
  key: string,
  event: FailedEvent,
  error: string,
  rest: Pick<ParkedEntry, 'of' | 'attempts' | 'since' | 'after' | 'heldUpTo' | 'turn'>,
): ParkedEntry {
  const { type, stream, revision, position, metadata } = event;
  const { recordedAt } = metadata as JsonObject;
  const { of, attempts, since, after, heldUpTo, turn } = rest;
  return {
    key,
    type,
    stream,
    revision: String(revision),
    position,
    recordedAt: typeof recordedAt === 'string' ? recordedAt : '',
    error: error.length > LONGEST_ERROR ? `${error.slice(0, LONGEST_ERROR)} …` : error,
    of,
    attempts,
    since,
    after,
    heldUpTo,
    turn,
  };
}

/** An entry after another attempt in vain: at the same event, or at a later one of the key. */
export function triedAgain(entry: ParkedEntry, error: string, heldUpTo: Position, event?: FailedEvent): ParkedEntry {
  const tried = { error, heldUpTo, attempts: entry.attempts + 1, turn: entry.turn + 1 };
  if (event === undefined) return { ...entry, ...tried };
  return parkedEntry(entry.key, event, error, { ...entry, ...tried });
}

/**
 * An entry as it is stored. Its place among the writes to it is how far it accounts for the document's events, then its turn:
 * what a process says that has fallen behind changes nothing.
 */
export function storedEntry(entry: ParkedEntry, partition: Partition): Stored<ParkedEntry> {
  return { id: parkedId(entry.key, partition), document: entry, position: placeOf(entry.heldUpTo, entry.turn) };
}

/** The mark that nothing of the key waits any more: its events up to a position are in the document. */
export function resolvedEntry({ key, turn }: ParkedEntry, upTo: Position, partition: Partition): Stored<ParkedEntry> {
  return { id: parkedId(key, partition), document: undefined, position: placeOf(upTo, turn + 1) };
}

/** The turn behind what is stored of a key, entry or mark. */
export function turnAfter(stored: Stored<ParkedEntry> | undefined): number {
  return stored === undefined ? 1 : Number(stored.position.slice(-TURN_DIGITS)) + 1;
}

function placeOf(position: Position, turn: number): string {
  return `${position}+${String(turn).padStart(TURN_DIGITS, '0')}`;
}
