import { pathReader, type PathReader } from '../document-path.js';
import type { Scalar } from '../filter.js';
import { isScalar } from '../sort-order.js';
import type { Row } from './row.js';

const NONE: ReadonlySet<Row> = new Set();

/** The rows whose documents hold a value under one path, itself or in an array; `null` also stands for nothing. */
export class HashIndex {
  private readonly rows = new Map<Scalar, Set<Row>>();
  private readonly read: PathReader;
  private severalValued = 0;

  constructor(readonly path: string) {
    this.read = pathReader(path);
  }

  /** What is found is exactly what equality means; through a dotted path it may be more, and has to be tested. */
  get isExact(): boolean {
    return !this.path.includes('.');
  }

  /** The rows found under any of the values, none twice. */
  rowsOf(values: readonly Scalar[]): ReadonlySet<Row> {
    const [first = NONE, ...others] = this.setsOf(values);
    if (others.length === 0) return first;
    const union = new Set(first);
    for (const rows of others) for (const row of rows) union.add(row);
    return union;
  }

  /** How many rows {@link rowsOf} gives; an upper bound when documents hold several of the values. */
  countOf(values: readonly Scalar[]): { readonly count: number; readonly isExact: boolean } {
    const sets = this.setsOf(values);
    const count = sets.reduce((sum, rows) => sum + rows.size, 0);
    return { count, isExact: this.severalValued === 0 || sets.length < 2 };
  }

  /** Moves a row whose document was replaced by another; `undefined` stands for none. */
  change(row: Row, before: object | undefined, after: object | undefined): void {
    const left = before === undefined ? [] : this.keysOf(before);
    const entered = after === undefined ? [] : this.keysOf(after);
    if (left.length === 1 && entered.length === 1 && left[0] === entered[0]) return;
    if (left.length > 1) this.severalValued -= 1;
    if (entered.length > 1) this.severalValued += 1;
    for (const key of left) this.remove(key, row);
    for (const key of entered) this.add(key, row);
  }

  private setsOf(values: readonly Scalar[]): readonly ReadonlySet<Row>[] {
    return [...new Set(values)].flatMap((value) => this.rows.get(value) ?? []);
  }

  private keysOf(document: object): readonly Scalar[] {
    const value = this.read(document);
    if (Array.isArray(value)) return scalarsIn(value, this.isExact);
    if (value === undefined) return [null];
    return isScalar(value) ? [value] : [];
  }

  private add(key: Scalar, row: Row): void {
    const rows = this.rows.get(key);
    if (rows === undefined) this.rows.set(key, new Set([row]));
    else rows.add(row);
  }

  private remove(key: Scalar, row: Row): void {
    const rows = this.rows.get(key);
    rows?.delete(row);
    if (rows?.size === 0) this.rows.delete(key);
  }
}

function scalarsIn(value: readonly unknown[], topLevelOnly: boolean): readonly Scalar[] {
  const elements = topLevelOnly ? value : value.flat(8);
  return [...new Set(elements.filter(isScalar))];
}
