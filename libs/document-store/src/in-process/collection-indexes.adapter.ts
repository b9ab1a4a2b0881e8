import type { IndexDefinition } from '../indexes.js';
import { HashIndex } from './hash-index.adapter.js';
import type { Row } from './row.js';
import { SortedIndex } from './sorted-index.adapter.js';

const SMALL_WRITE = 64;

/**
 * The declared indexes of a collection. Each is built by the first query that wants it and kept up to date from there
 * on; a write of a quarter of the documents or more throws it away again, so that a rebuild pays for no index.
 */
export class CollectionIndexes {
  /** The field lists of the sorted indexes; the empty list is the order of the ids. */
  readonly sortedFields: readonly (readonly string[])[];
  private readonly hashedPaths: ReadonlySet<string>;
  private readonly hashes = new Map<string, HashIndex>();
  private readonly sorted = new Map<string, SortedIndex>();

  constructor(
    definitions: readonly IndexDefinition[],
    /** All rows of the collection by id. */
    readonly rows: ReadonlyMap<string, Row>,
  ) {
    this.sortedFields = [[], ...definitions.map(({ fields }) => fields)];
    this.hashedPaths = new Set(definitions.filter(({ fields }) => fields.length === 1).flatMap(({ fields }) => fields));
  }

  /** Whether there is an index for equality on a path. */
  isHashed(path: string): boolean {
    return this.hashedPaths.has(path);
  }

  /** The index for equality on a path, if one is declared. */
  hash(path: string): HashIndex | undefined {
    if (!this.isHashed(path)) return undefined;
    let index = this.hashes.get(path);
    if (index === undefined) {
      index = new HashIndex(path);
      for (const row of this.rows.values()) index.change(row, undefined, row.document);
      this.hashes.set(path, index);
    }
    return index;
  }

  /** The sorted index over these fields, one of {@link sortedFields}. */
  sortedBy(fields: readonly string[]): SortedIndex {
    const name = fields.join(' ');
    let index = this.sorted.get(name);
    if (index === undefined) {
      index = new SortedIndex(fields, this.rows.values());
      this.sorted.set(name, index);
    }
    return index;
  }

  /** To be told before a write of so many changes to a collection of so many documents. */
  expect(changes: number, documents: number): void {
    if (changes <= SMALL_WRITE || changes * 4 < documents) return;
    this.hashes.clear();
    this.sorted.clear();
  }

  /** To be told of each row whose document was replaced by another; `undefined` stands for none. */
  change(row: Row, before: object | undefined, after: object | undefined): void {
    for (const index of this.hashes.values()) index.change(row, before, after);
    for (const index of this.sorted.values()) index.change(row, before, after);
  }
}
