import type { Position } from '#event-sourcing';
import type { Stored } from '#document-store';
import { FOREVER, type HistoryRow, historyRowId } from './history-row.js';

/** What an event made of a document; `undefined`: it deleted it. */
export interface DocumentVersion {
  readonly id: string;
  readonly document: object | undefined;
  readonly position: Position;
  /** `recordedAt` of the event. */
  readonly recordedAt: string;
}

/**
 * The rows to write for versions in the order of the log: each ends the one before it of the same document. `latest` holds
 * the last row of each of these documents that is stored already. A row carries the position of the event that ended it, so that writing
 * it again, or an earlier state of it, changes nothing; it depends on nothing but the events of its document.
 */
export function historyRows(
  versions: readonly DocumentVersion[],
  latest: ReadonlyMap<string, Stored<HistoryRow>>,
): readonly Stored<HistoryRow>[] {
  const last = new Map(latest);
  const rows = new Map<string, Stored<HistoryRow>>();
  for (const { id: key, document, position, recordedAt } of versions) {
    const before = last.get(key);
    const from = later(before?.document?.from, recordedAt);
    if (before?.document?.document !== undefined)
      rows.set(before.id, { id: before.id, document: { ...before.document, until: from }, position });
    const row = { id: historyRowId(key, position), document: rowOf(key, from, document), position };
    rows.set(row.id, row);
    last.set(key, row);
  }
  return [...rows.values()];
}

function rowOf(key: string, from: string, document: object | undefined): HistoryRow {
  return document === undefined ? { key, from, until: from } : { key, from, until: FOREVER, document };
}

/** Clocks of different machines may disagree a little: what came later in the log was not known earlier. */
function later(before: string | undefined, recordedAt: string): string {
  return before !== undefined && before > recordedAt ? before : recordedAt;
}
