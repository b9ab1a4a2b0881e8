import type { EventRow } from './event-row.js';

/** About as much text as is kept: some hundred events. With more, much of it would get old and cost a collection. */
const MOST_CHARACTERS = 256 * 1024;

/**
 * The end of the log as this process has just written it, so that who follows the log need not read back what was in
 * memory a moment ago (ADR 56). Empty in a process that only reads.
 */
export class RecentRows {
  private rows: EventRow[] = [];
  private characters = 0;

  /** Adds what a transaction has made durable; it follows what is here. */
  add(written: readonly EventRow[]): void {
    const characters = written.reduce((sum, [, , , , , data, metadata]) => sum + data.length + metadata.length, 0);
    if (this.characters + characters > MOST_CHARACTERS) {
      this.rows = [];
      this.characters = 0;
    }
    if (characters > MOST_CHARACTERS) return;
    for (const row of written) this.rows.push(row);
    this.characters += characters;
  }

  /** The rows after a position, at most `limit`; `undefined` when they are not all here, or not known to be. */
  after(position: number, limit: number): readonly EventRow[] | undefined {
    const [first] = this.rows;
    if (first === undefined) return undefined;
    const index = position + 1 - first[0];
    return index < 0 || index > this.rows.length ? undefined : this.rows.slice(index, index + limit);
  }
}
