import { Aggregator, ProcessingMode, Query } from 'mingo';
import type { Collection, FindOptions, Found, Page, PipelineStage, Stored } from '../document-store.js';
import type { Filter } from '../filter.js';
import type { IndexDefinition } from '../indexes.js';
import { type Keyset, keysetOrder, keysetReader } from '../sort-order.js';
import { type AccessPath, accessPaths, type Order } from './access-path.adapter.js';
import { CollectionIndexes } from './collection-indexes.adapter.js';
import { type Conjunct, conjunctsOf, type LooseFilter } from './conjuncts.js';
import { plainTest } from './plain-test.adapter.js';
import type { Row } from './row.js';

/** How much dearer a document is that still has to be sorted than one that comes in order. */
const SORTING_COST = 1.5;

/** Documents in memory: a map by id, declared indexes, and mingo for the conditions that no index answers. */
export class InProcessCollection<Document extends object> implements Collection<Document> {
  private readonly rows = new Map<string, Row<Document>>();
  private readonly indexes: CollectionIndexes;
  private live = 0;

  constructor(
    indexes: readonly IndexDefinition[],
    private readonly assertOpen: () => void,
  ) {
    this.indexes = new CollectionIndexes(indexes, this.rows);
  }

  getMany(ids: readonly string[]): Promise<ReadonlyMap<string, Stored<Document>>> {
    return this.answer(() => {
      const found = new Map<string, Stored<Document>>();
      for (const id of ids) {
        const row = this.rows.get(id);
        if (row !== undefined) found.set(id, { id, document: row.document, position: row.position });
      }
      return found;
    });
  }

  write(changes: readonly Stored<Document>[]): Promise<void> {
    return this.answer(() => {
      this.indexes.expect(changes.length, this.live);
      for (const { id, document, position } of changes) {
        const row = this.rows.get(id) ?? this.newRow(id);
        if (row.position >= position) continue;
        const before = row.document;
        row.document = document;
        row.position = position;
        this.live += Number(document !== undefined) - Number(before !== undefined);
        this.indexes.change(row, before, document);
      }
    });
  }

  get(id: string): Promise<Document | undefined> {
    return this.answer(() => this.rows.get(id)?.document);
  }

  find(options: FindOptions<Document>): Promise<Page<Document>> {
    return this.answer(() => {
      const { sort = [], after, before, direction = 'forwards', limit } = options;
      const backwards = direction === 'backwards';
      const keysets = { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
      const order: Order = { sort, backwards, ...keysets };
      const conjuncts = conjunctsOf(options.filter ?? {});
      const rows = this.first(limit + 1, conjuncts, order);
      const hasMore = rows.length > limit;
      if (hasMore) rows.pop();
      return { documents: backwards ? rows.reverse() : rows, hasMore };
    });
  }

  count(filter?: Filter<Document>): Promise<number> {
    return this.answer(() => {
      const conjuncts = conjunctsOf(filter ?? {});
      if (conjuncts.length === 0) return this.live;
      const path = cheapest(this.paths(conjuncts), conjuncts, Infinity);
      if (path.isCountExact && unanswered(path, conjuncts).length === 0) return path.count;
      return [...this.matching(path, conjuncts)].length;
    });
  }

  aggregate<Result extends object>(pipeline: readonly PipelineStage[]): Promise<readonly Result[]> {
    return this.answer(() => {
      const leading = pipeline[0]?.['$match'] as LooseFilter | undefined;
      const conjuncts = conjunctsOf(leading ?? {});
      const matching = this.matching(cheapest(this.paths(conjuncts), conjuncts, Infinity), conjuncts);
      const input = Array.from(matching, ({ id, document }) => ({ ...document, _id: id }));
      const rest = [...pipeline.slice(leading === undefined ? 0 : 1)];
      // mingo changes its input in `$set`, `$unset` and others: the documents are not its to change.
      const options = { processingMode: ProcessingMode.CLONE_INPUT };
      return new Aggregator(rest, options).run(input) as Result[];
    });
  }

  /**
   * The first documents in the order wanted. Walking an index in that order is given up where it has led past more
   * documents than sorting all of another index would have looked at: what a filter selects may stand far behind.
   */
  private first(wanted: number, conjuncts: readonly Conjunct[], order: Order): Found<Document>[] {
    const paths = this.paths(conjuncts, order);
    const path = cheapest(paths, conjuncts, wanted);
    const sorting = cheapest(
      paths.filter(({ ordered }) => !ordered),
      conjuncts,
      wanted,
    );
    if (path.ordered) {
      const most = sorting.count * SORTING_COST;
      const walk = { passed: 0 };
      const rows = (): Iterable<Row> => upTo(most, path.rows(), walk);
      const found = first(this.matching({ ...path, rows }, conjuncts), wanted);
      if (walk.passed <= most) return found;
    }
    return smallest(this.matching(sorting, conjuncts), order, wanted);
  }

  private paths(conjuncts: readonly Conjunct[], order?: Order): readonly AccessPath[] {
    const all = { rows: () => this.rows.values(), count: this.live, isCountExact: true, ordered: false, fulfilled: [] };
    return [...accessPaths(this.indexes, conjuncts, order), all];
  }

  private newRow(id: string): Row<Document> {
    const row: Row<Document> = { id, document: undefined, position: '' };
    this.rows.set(id, row);
    return row;
  }

  private *matching(path: AccessPath, conjuncts: readonly Conjunct[]): Generator<Found<Document>, void> {
    const matches = matcher(unanswered(path, conjuncts));
    for (const { id, document } of path.rows() as Iterable<Row<Document>>)
      if (document !== undefined && matches(id, document)) yield { id, document };
  }

  private answer<Answer>(compute: () => Answer): Promise<Answer> {
    return new Promise((resolve) => {
      this.assertOpen();
      resolve(compute());
    });
  }
}

/** The path that looks at the fewest documents, as far as the indexes can tell. */
function cheapest(paths: readonly AccessPath[], conjuncts: readonly Conjunct[], wanted: number): AccessPath {
  const selected = Math.max(1, Math.min(...paths.map(({ count }) => count)));
  const cost = (path: AccessPath): number => {
    const perHit = unanswered(path, conjuncts).length === 0 ? 1 : path.count / selected;
    return path.ordered ? Math.min(path.count, wanted * perHit) : path.count * SORTING_COST;
  };
  return paths.reduce((best, path) => (cost(path) < cost(best) ? path : best));
}

function unanswered(path: AccessPath, conjuncts: readonly Conjunct[]): readonly Conjunct[] {
  return conjuncts.filter((conjunct) => !path.fulfilled.includes(conjunct));
}

function matcher(conjuncts: readonly Conjunct[]): (id: string, document: object) => boolean {
  const plain: ((document: object) => boolean)[] = [];
  const others: Conjunct[] = [];
  for (const conjunct of conjuncts) {
    const test = plainTest(conjunct);
    if (test === undefined) others.push(conjunct);
    else plain.push(test);
  }
  const matches = others.length === 0 ? () => true : mingoMatcher(others);
  return (id, document) => plain.every((test) => test(document)) && matches(id, document);
}

function mingoMatcher(conjuncts: readonly Conjunct[]): (id: string, document: object) => boolean {
  const filters = conjuncts.map(({ filter }) => filter);
  const merged = Object.assign({}, ...filters) as LooseFilter;
  // Tested flat where it can be: mingo takes four times as long through an `$and`.
  const isFlat = Object.keys(merged).length === filters.length;
  const query = new Query(isFlat ? merged : { $and: filters }, { scriptEnabled: false });
  const asksForId = JSON.stringify(filters).includes('"_id"');
  return (id, document) => query.test((asksForId ? { ...document, _id: id } : document) as Record<string, unknown>);
}

/** So many rows at the most; `walk` counts them, and one more if there are more. */
function* upTo(most: number, rows: Iterable<Row>, walk: { passed: number }): Generator<Row, void> {
  for (const row of rows) {
    walk.passed += 1;
    if (walk.passed > most) return;
    yield row;
  }
}

function first<Document extends object>(rows: Iterable<Found<Document>>, count: number): Found<Document>[] {
  const taken: Found<Document>[] = [];
  for (const row of rows) {
    taken.push(row);
    if (taken.length >= count) break;
  }
  return taken;
}

/** The first rows between `after` and `before` in the order wanted, out of rows in any order. */
function smallest<Document extends object>(
  rows: Iterable<Found<Document>>,
  { sort, backwards, after, before }: Order,
  count: number,
): Found<Document>[] {
  const ascending = keysetOrder(sort);
  const sign = backwards ? -1 : 1;
  const compare = (left: Placed<Document>, right: Placed<Document>): number =>
    sign * ascending(left.place, right.place);
  const placeOf = keysetReader(sort);
  const best: Placed<Document>[] = [];
  const cut = (): void => {
    best.sort(compare).splice(count);
  };
  for (const row of rows) {
    const place = placeOf(row.id, row.document);
    if (after !== undefined && ascending(place, after) <= 0) continue;
    if (before !== undefined && ascending(place, before) >= 0) continue;
    best.push({ place, row });
    if (best.length >= 2 * count + 64) cut();
  }
  cut();
  return best.map(({ row }) => row);
}

interface Placed<Document extends object> {
  readonly place: Keyset;
  readonly row: Found<Document>;
}
