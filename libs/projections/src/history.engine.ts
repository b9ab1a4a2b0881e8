import type { Position } from '#event-sourcing';
import type { Collection, Stored } from '#document-store';
import { type HistoryRow, historyRowId } from './history-row.js';
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

/** Keeps the earlier versions of one projection's documents. */
export class History {
  constructor(private readonly rows: Collection<HistoryRow>) {}

  /**
   * Writes versions in the order of the log. To be called before the documents themselves are written: what a crash leaves
   * between the two is written again, unchanged. `stored` are the documents as they were before the first of these versions. Throws
   * {@link HistoryMissing}.
   */
  async record(
    versions: readonly DocumentVersion[],
    stored: ReadonlyMap<string, { readonly position: Position }>,
    persistently: <Answer>(call: () => Promise<Answer>) => Promise<Answer>,
  ): Promise<void> {
    if (versions.length === 0) return;
    const ids = new Map<string, string>();
    for (const { id } of versions) {
      const before = stored.get(id);
      if (before !== undefined) ids.set(id, historyRowId(id, before.position));
    }
    const latest = ids.size === 0 ? new Map<string, Stored<HistoryRow>>() : await this.latest(ids, persistently);
    await persistently(() => this.rows.write(historyRows(versions, latest)));
  }

  private async latest(
    ids: ReadonlyMap<string, string>,
    persistently: <Answer>(call: () => Promise<Answer>) => Promise<Answer>,
  ): Promise<ReadonlyMap<string, Stored<HistoryRow>>> {
    const found = await persistently(() => this.rows.getMany([...ids.values()]));
    const latest = new Map<string, Stored<HistoryRow>>();
    for (const [key, id] of ids) {
      const row = found.get(id);
      if (row === undefined) throw new HistoryMissing(key);
      latest.set(key, row);
    }
    return latest;
  }
}
