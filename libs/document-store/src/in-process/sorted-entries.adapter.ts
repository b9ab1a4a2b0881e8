import type { Scalar } from '../filter.js';
import { compareIds, compareScalars } from '../sort-order.js';
import type { Row } from './row.js';

/** A document's place in a sorted index. */
export interface SortedEntry {
  readonly keys: readonly Scalar[];
  readonly row: Row;
}

/** A cut through the entries: in front of or behind all those that begin with these keys (and have this id). */
export interface Cut {
  readonly keys: readonly Scalar[];
  readonly id?: string;
  readonly side: 'before' | 'behind';
}

const CHUNK = 512;

/** Entries in ascending order, in chunks of bounded size: finding, adding and removing cost O(log n) and one chunk. */
export class SortedEntries {
  private chunks: SortedEntry[][] = [];

  /** All entries at once, in any order. */
  constructor(entries: readonly SortedEntry[]) {
    const sorted: SortedEntry[] = [];
    collectSorted(entries, 0, sorted);
    for (let start = 0; start < sorted.length; start += CHUNK) this.chunks.push(sorted.slice(start, start + CHUNK));
  }

  /** Adds an entry that is not there yet. */
  add(entry: SortedEntry): void {
    const at = this.chunkFor((last) => compareEntries(last, entry));
    const chunk = this.chunks[at] ?? this.chunks.at(-1);
    if (chunk === undefined) {
      this.chunks.push([entry]);
      return;
    }
    chunk.splice(
      firstIndex(chunk, (other) => compareEntries(other, entry) >= 0),
      0,
      entry,
    );
    if (chunk.length >= 2 * CHUNK) this.chunks.splice(this.chunks.indexOf(chunk) + 1, 0, chunk.splice(CHUNK));
  }

  /** Removes an entry equal to this one. */
  remove(entry: SortedEntry): void {
    const at = this.chunkFor((last) => compareEntries(last, entry));
    const chunk = this.chunks[at];
    if (chunk === undefined) return;
    const index = firstIndex(chunk, (other) => compareEntries(other, entry) >= 0);
    const found = chunk[index];
    if (found === undefined || compareEntries(found, entry) !== 0) return;
    chunk.splice(index, 1);
    if (chunk.length === 0) this.chunks.splice(at, 1);
  }

  /** How many entries lie in front of a cut. */
  rankOf(cut: Cut): number {
    const at = this.chunkFor((last) => compareToCut(last, cut));
    const chunk = this.chunks[at];
    const inChunk = chunk === undefined ? 0 : firstIndex(chunk, (entry) => compareToCut(entry, cut) > 0);
    return this.chunks.slice(0, at).reduce((sum, { length }) => sum + length, inChunk);
  }

  /** How many entries there are. */
  get size(): number {
    return this.chunks.reduce((sum, { length }) => sum + length, 0);
  }

  /** The rows of the entries from rank `start` up to before `end`, backwards if wanted. */
  *rows(start: number, end: number, backwards: boolean): Generator<Row, void> {
    const step = backwards ? -1 : 1;
    const [first, offset] = this.placeOf(backwards ? end - 1 : start);
    let chunk = this.chunks[first];
    for (let at = first, index = offset, left = end - start; left > 0 && chunk !== undefined; left -= 1) {
      const entry = chunk[index];
      if (entry !== undefined) yield entry.row;
      index += step;
      if (chunk[index] !== undefined) continue;
      at += step;
      chunk = this.chunks[at];
      index = backwards ? (chunk?.length ?? 0) - 1 : 0;
    }
  }

  /** Chunk, and index in it, of the entry with this rank. */
  private placeOf(rank: number): [chunk: number, index: number] {
    let left = rank;
    let at = 0;
    for (const { length } of this.chunks) {
      if (left < length) break;
      left -= length;
      at += 1;
    }
    return [at, left];
  }

  /** The first chunk whose last entry lies behind or at the place that `order` compares with. */
  private chunkFor(order: (last: SortedEntry) => number): number {
    return firstIndex(this.chunks, (chunk) => {
      const last = chunk.at(-1);
      return last !== undefined && order(last) >= 0;
    });
  }
}

/** Sorts by grouping key after key: many entries share few keys, so this compares far less than sorting them would. */
function collectSorted(entries: readonly SortedEntry[], depth: number, into: SortedEntry[]): void {
  const [first] = entries;
  if (first === undefined) return;
  if (entries.length === 1 || depth === first.keys.length) {
    for (const entry of entries.toSorted((left, right) => compareIds(left.row.id, right.row.id))) into.push(entry);
    return;
  }
  const groups = new Map<Scalar, SortedEntry[]>();
  for (const entry of entries) {
    const key = entry.keys[depth] ?? null;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  for (const key of [...groups.keys()].sort(compareScalars)) collectSorted(groups.get(key) ?? [], depth + 1, into);
}

function compareEntries(left: SortedEntry, right: SortedEntry): number {
  for (let index = 0; index < left.keys.length; index += 1) {
    const order = compareScalars(left.keys[index] ?? null, right.keys[index] ?? null);
    if (order !== 0) return order;
  }
  return compareIds(left.row.id, right.row.id);
}

/** Negative when the entry lies in front of the cut, positive when behind; never 0. */
function compareToCut(entry: SortedEntry, cut: Cut): number {
  for (let index = 0; index < cut.keys.length; index += 1) {
    const order = compareScalars(entry.keys[index] ?? null, cut.keys[index] ?? null);
    if (order !== 0) return order;
  }
  const order = cut.id === undefined ? 0 : compareIds(entry.row.id, cut.id);
  if (order !== 0) return order;
  return cut.side === 'before' ? 1 : -1;
}

/** The first index from which on a monotone test holds; the length if it nowhere does. */
function firstIndex<Element>(elements: readonly Element[], holds: (element: Element) => boolean): number {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = elements[middle];
    if (element !== undefined && holds(element)) high = middle;
    else low = middle + 1;
  }
  return low;
}
