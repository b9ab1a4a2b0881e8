import { pathReader } from '../document-path.js';
import type { Scalar } from '../filter.js';
import { isScalar, sortReader } from '../sort-order.js';
import type { Row } from './row.js';
import { SortedEntries, type SortedEntry } from './sorted-entries.adapter.js';

/** The documents of a collection in the order of some fields, then of their ids. */
export class SortedIndex {
  readonly entries: SortedEntries;
  private readonly readers: readonly ((id: string, document: object) => Scalar)[];
  private readonly plainReaders: readonly ((document: object) => unknown)[];
  private manyValued = 0;

  constructor(
    readonly fields: readonly string[],
    rows: Iterable<Row>,
  ) {
    this.readers = fields.map(sortReader);
    this.plainReaders = fields.filter((field) => field !== '_id').map(pathReader);
    const entries: SortedEntry[] = [];
    for (const row of rows) {
      if (row.document === undefined) continue;
      entries.push(this.entryOf(row, row.document));
      if (this.isManyValued(row.document)) this.manyValued += 1;
    }
    this.entries = new SortedEntries(entries);
  }

  /** Each document has one scalar or nothing under each field, so that a place in the order says what the field holds. */
  get servesConditions(): boolean {
    return this.manyValued === 0;
  }

  /** Moves a row whose document was replaced by another; `undefined` stands for none. */
  change(row: Row, before: object | undefined, after: object | undefined): void {
    const left = before === undefined ? undefined : this.entryOf(row, before);
    const entered = after === undefined ? undefined : this.entryOf(row, after);
    this.manyValued += Number(this.isManyValued(after)) - Number(this.isManyValued(before));
    if (left !== undefined && entered !== undefined && left.keys.every((key, index) => key === entered.keys[index]))
      return;
    if (left !== undefined) this.entries.remove(left);
    if (entered !== undefined) this.entries.add(entered);
  }

  private entryOf(row: Row, document: object): SortedEntry {
    return { keys: this.readers.map((read) => read(row.id, document)), row };
  }

  private isManyValued(document: object | undefined): boolean {
    if (document === undefined) return false;
    return this.plainReaders.some((read) => {
      const value = read(document);
      return value !== undefined && !isScalar(value);
    });
  }
}
