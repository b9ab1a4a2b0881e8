import { setImmediate } from 'node:timers/promises';
import type { StoredEvent } from '#event-sourcing';
import type { EventRow } from './event-row.js';
import type { LogPage } from './pages.adapter.js';

/** Where the rows of a reading come from: the next page, or `undefined` when there is nothing more. Both throw our errors. */
export interface PageSource {
  next(limit: number): LogPage | undefined;
  event(row: EventRow): StoredEvent;
}

/** The first page has as many rows. Read nearly as quickly as with eight times as many, while nobody else waits longer than some 1 ms. */
export const MAX_PAGE = 125;
/** About as much text as a page may hold. */
const PAGE_CHARACTERS = 16 * 1024 * 1024;

/** How many rows the next page may have, judged by this one: full speed for small events, flat memory for large ones. */
export function nextPageSize(rows: readonly EventRow[]): number {
  let characters = 0;
  for (const [, , , , , data, metadata] of rows) characters += data.length + metadata.length;
  return Math.max(1, Math.min(MAX_PAGE, Math.floor((PAGE_CHARACTERS * rows.length) / Math.max(1, characters))));
}

/**
 * The events of pages one after the other, at most `limit`. Written by hand because an async generator costs a third of
 * the reading speed; between pages it gives way to the event loop, so that reading a long log blocks nobody.
 */
export class PagedEvents implements AsyncIterableIterator<StoredEvent> {
  private rows: readonly EventRow[] = [];
  private index = 0;
  private size = MAX_PAGE;
  private begun = false;
  private finished = false;

  constructor(
    private readonly source: PageSource,
    private remaining: number,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<StoredEvent>> {
    const row = this.rows[this.index];
    return row === undefined ? this.turnPage() : this.handOver(row);
  }

  return(): Promise<IteratorResult<StoredEvent>> {
    this.finished = true;
    this.rows = [];
    return Promise.resolve({ done: true, value: undefined });
  }

  private handOver(row: EventRow): Promise<IteratorResult<StoredEvent>> {
    this.index += 1;
    try {
      return Promise.resolve({ done: false, value: this.source.event(row) });
    } catch (error) {
      this.finished = true;
      this.rows = [];
      return Promise.reject(error instanceof Error ? error : new Error(String(error)));
    }
  }

  private async turnPage(): Promise<IteratorResult<StoredEvent>> {
    while (!this.finished && this.remaining > 0) {
      if (this.begun) await setImmediate();
      this.begun = true;
      this.load();
      const row = this.rows[this.index];
      if (row !== undefined) return this.handOver(row);
    }
    return this.return();
  }

  private load(): void {
    const page = this.source.next(Math.min(this.size, this.remaining));
    this.rows = page?.rows ?? [];
    this.index = 0;
    this.remaining -= this.rows.length;
    if (page === undefined) this.finished = true;
    if (this.rows.length > 0) this.size = nextPageSize(this.rows);
  }
}
