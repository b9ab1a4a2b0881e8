import type { Position } from '#event-sourcing';

/**
 * A version of a document: what it was from the instant on at which the system learned it, up to the instant at which it
 * learned something else. The intervals of one document neither overlap nor leave gaps while the document exists.
 */
export interface HistoryRow {
  /** The document's id. */
  readonly key: string;
  /** `recordedAt` of the event that made it, but never before the version in front of it. */
  readonly from: string;
  /** The `from` of what replaced it, {@link FOREVER} while nothing has. Equal to `from`: it was never known. */
  readonly until: string;
  /** Absent in the mark that a deletion leaves: it holds the instant for the next version and is never answered. */
  readonly document?: object;
}

/** The end of a version that is current: sorts behind every instant. */
export const FOREVER = '9999-12-31T23:59:59.999Z';

/** Sorts in front of every character of a key, so that the rows of different documents stand in the order of their keys. */
const SEPARATOR = '\u0000';
const BEHIND_SEPARATOR = '\u0001';

/** The collection that holds the earlier versions of a read model's documents. */
export function historyName(readModel: string): string {
  return `${readModel}.history`;
}

/** The id of the version that the event at a position made: those of one document stand in the order of the log. */
export function historyRowId(key: string, position: Position): string {
  return `${key}${SEPARATOR}${position}`;
}

/** An id that lies in front of all versions of a document, or behind them, and on the same side of all others. */
export function besideVersionsOf(key: string, side: 'before' | 'behind'): string {
  return `${key}${side === 'before' ? SEPARATOR : BEHIND_SEPARATOR}`;
}
