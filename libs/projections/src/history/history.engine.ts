import type { Position } from '#event-sourcing';
import type { Collection, DocumentStore, IndexDefinition, Stored } from '#document-store';
import { historyIndexes } from './history-indexes.js';
import { historyName, type HistoryRow, historyRowId } from './history-row.js';
import { type DocumentVersion, historyRows } from './history-rows.js';

/** A document has no version on record although it has been stored before. */
export class HistoryMissing extends Error {
  override readonly name = 'HistoryMissing';
  constructor(key: string) {
    super(
      `Document "${key}" was stored before the projection became temporal, so that its earlier versions are unknown. ` +
        "Raise the projection's version: it is built again, with all versions.",
    );
  }
}

/** The versions of one build's documents. */
export class History {
  constructor(readonly rows: Collection<HistoryRow>) {}

  /**
   * Writes versions in the order of the log, before the documents themselves are written: what a crash leaves between the
   * two is written again, unchanged. `stored` are the documents as they were before the first of these versions. Throws
   * {@link HistoryMissing}, and what the document store throws.
   */
  async record(
    versions: readonly DocumentVersion[],
    stored: ReadonlyMap<string, { readonly position: Position }>,
  ): Promise<void> {
    if (versions.length === 0) return;
    const ids = new Map<string, string>();
    for (const { id } of versions) {
      const before = stored.get(id);
      if (before !== undefined) ids.set(id, historyRowId(id, before.position));
    }
    await this.rows.write(historyRows(versions, await this.latest(ids)));
  }

  private async latest(ids: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Stored<HistoryRow>>> {
    const latest = new Map<string, Stored<HistoryRow>>();
    if (ids.size === 0) return latest;
    const found = await this.rows.getMany([...ids.values()]);
    for (const [key, id] of ids) {
      const row = found.get(id);
      if (row === undefined) throw new HistoryMissing(key);
      latest.set(key, row);
    }
    return latest;
  }
}

/**
 * Opens the versions of a build's documents. Of a build whose code is not here (`hasCode`) it is not known whether it keeps
 * any: `undefined` if there are none.
 */
export async function openHistory(
  documents: DocumentStore,
  readModel: string,
  indexes: readonly IndexDefinition[],
  hasCode: boolean,
): Promise<History | undefined> {
  const rows = await documents.collection<HistoryRow>(historyName(readModel), historyIndexes(indexes));
  const isKept = hasCode || (await rows.find({ limit: 1 })).documents.length > 0;
  return isKept ? new History(rows) : undefined;
}
