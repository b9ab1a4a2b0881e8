import fc from 'fast-check';
import type { Collection, FindOptions, Stored } from '../document-store.js';
import type { Filter } from '../filter.js';
import { CompoundIndex, Indexed, indexesOf } from '../indexes.js';
import type { Keyset } from '../sort-order.js';
import { describeCheckpoints } from './checkpoint-contract.js';
import type { DocumentStoreUnderTest } from './document-store-under-test.js';
import { describeLeases } from './lease-contract.js';
import { describeMembers } from './member-contract.js';
import { naiveFind, naiveKeyset, type NaiveQuery, type Row, type Sample } from './naive-find.js';

@CompoundIndex(['state', 'rank'])
@CompoundIndex(['state', 'place.city', 'rank'])
@CompoundIndex(['place.city'])
class IndexedSample {
  @Indexed() state?: string;
  @Indexed() rank?: number;
  @Indexed() tags?: readonly string[];
  @Indexed('side') people?: readonly object[];
}

const position = (place: number): string => String(place).padStart(20, '0');

/** What every document store promises. Each adapter's spec calls it with a factory of fresh stores. */
export function describeDocumentStore(
  name: string,
  factory: () => Promise<DocumentStoreUnderTest>,
  /** How many random histories are asked; fewer where each question is a round trip. */
  runs = 150,
): void {
  describeCheckpoints(name, factory);
  describeLeases(name, factory);
  describeMembers(name, factory);

  describe(`${name} keeps documents`, () => {
    let subject: DocumentStoreUnderTest;
    beforeEach(async () => {
      subject = await factory();
    });
    afterEach(() => subject.dispose());
    const open = (): Promise<Collection<Sample>> =>
      subject.store.collection<Sample>('samples', indexesOf(IndexedSample));

    it('knows nothing of an id that was never written', async () => {
      const samples = await open();
      expect([await samples.get('a'), [...(await samples.getMany(['a']))], await samples.count()]).toEqual([
        undefined,
        [],
        0,
      ]);
    });

    it('gives back what was written, with its position', async () => {
      const samples = await open();
      await samples.write([{ id: 'a', document: { state: 'ACTIVE', tags: ['x'] }, position: position(3) }]);
      expect(await samples.get('a')).toEqual({ state: 'ACTIVE', tags: ['x'] });
      expect([...(await samples.getMany(['a', 'b']))]).toEqual([
        ['a', { id: 'a', document: { state: 'ACTIVE', tags: ['x'] }, position: position(3) }],
      ]);
    });

    it.each([
      ['the same', 5],
      ['an earlier', 4],
    ])('leaves a document as it is when a change comes from %s position, but applies its neighbours', async (_, at) => {
      const samples = await open();
      await samples.write([{ id: 'a', document: { rank: 1 }, position: position(5) }]);
      await samples.write([
        { id: 'a', document: { rank: 2 }, position: position(at) },
        { id: 'b', document: { rank: 3 }, position: position(at) },
      ]);
      expect([await samples.get('a'), await samples.get('b')]).toEqual([{ rank: 1 }, { rank: 3 }]);
    });

    it('remembers the position of a deleted document, so that an earlier event does not bring it back', async () => {
      const samples = await open();
      await samples.write([{ id: 'a', document: { rank: 1 }, position: position(1) }]);
      await samples.write([{ id: 'a', document: undefined, position: position(3) }]);
      await samples.write([{ id: 'a', document: { rank: 2 }, position: position(2) }]);
      expect([...(await samples.getMany(['a'])).values()]).toEqual([
        { id: 'a', document: undefined, position: position(3) },
      ]);
      expect([await samples.get('a'), await samples.count()]).toEqual([undefined, 0]);
      expect(await samples.find({ limit: 5 })).toEqual({ documents: [], hasMore: false });
      await samples.write([{ id: 'a', document: { rank: 4 }, position: position(4) }]);
      expect(await samples.get('a')).toEqual({ rank: 4 });
    });

    it('keeps collections apart, and forgets positions too when one is dropped', async () => {
      const [samples, others] = [await open(), await subject.store.collection<Sample>('others', [])];
      await samples.write([{ id: 'a', document: { rank: 1 }, position: position(9) }]);
      await others.write([{ id: 'a', document: { rank: 2 }, position: position(9) }]);
      await subject.store.drop('samples');
      const again = await open();
      await again.write([{ id: 'a', document: { rank: 3 }, position: position(1) }]);
      expect([await again.get('a'), await others.get('a')]).toEqual([{ rank: 3 }, { rank: 2 }]);
    });

    it('aggregates documents with their ids, and leaves them as they are', async () => {
      const samples = await open();
      await samples.write(
        ['A', 'B', 'A'].map((state, at) => ({
          id: String(at),
          document: { state, rank: at, place: { floor: at } },
          position: position(1),
        })),
      );
      const totals = await samples.aggregate([
        { $match: { rank: { $gte: 0 } } },
        { $set: { 'place.floor': 7 } },
        {
          $group: { _id: '$state', ids: { $push: '$_id' }, ranks: { $sum: '$rank' }, floors: { $max: '$place.floor' } },
        },
        { $sort: { _id: 1 } },
      ]);
      expect(totals).toEqual([
        { _id: 'A', ids: ['0', '2'], ranks: 2, floors: 7 },
        { _id: 'B', ids: ['1'], ranks: 1, floors: 7 },
      ]);
      expect(await samples.get('2')).toEqual({ state: 'A', rank: 2, place: { floor: 2 } });
    });

    it('refuses everything once closed', async () => {
      const samples = await open();
      await expect(subject.store.ping()).resolves.toBeUndefined();
      await subject.store.close();
      for (const call of [
        () => samples.get('a'),
        () => samples.find({ limit: 1 }),
        () => subject.store.checkpoint('r'),
        () => subject.store.ping(),
      ])
        await expect(call()).rejects.toMatchObject({ name: 'DocumentStoreUnavailable', retryable: true });
    });
  });

  describe(`${name} finds documents`, () => {
    it('finds what a look at every document would find, page by page in both directions, after any writes', async () => {
      await fc.assert(
        fc.asyncProperty(
          histories,
          fc.array(queries, { minLength: 1, maxLength: 4 }),
          pages,
          async (writes, asked, size) => {
            const { store, dispose } = await factory();
            const samples = await store.collection<Sample>('samples', indexesOf(IndexedSample));
            const model = new Map<string, Row>();
            let place = 0;
            for (const batch of writes) {
              const changes = batch.map(({ id, document }) => ({ id, document, position: position((place += 1)) }));
              await samples.write(changes);
              for (const change of changes) remember(model, change);
              for (const query of asked) await expectSameRows(samples, [...model.values()], query, size);
            }
            await dispose();
          },
        ),
        { numRuns: runs },
      );
    });

    it('compares a range only with values of its own type', async () => {
      const { store, dispose } = await factory();
      const mixed = await store.collection<{ readonly rank?: unknown }>('mixed', indexesOf(IndexedSample));
      const values = [null, 1, 2, 'a', 'b', false, true];
      await mixed.write(values.map((rank, at) => ({ id: String(at), document: { rank }, position: position(1) })));
      const found = async (condition: object): Promise<readonly unknown[]> => {
        const filter = { rank: condition } as Filter<{ readonly rank?: unknown }>;
        return (await mixed.find({ filter, limit: 9 })).documents.map(({ document }) => document.rank);
      };
      expect([await found({ $gt: 1 }), await found({ $lte: 1 })]).toEqual([[2], [1]]);
      expect([await found({ $gt: 'a' }), await found({ $lte: 'a' })]).toEqual([['b'], ['a']]);
      expect([await found({ $gt: false }), await found({ $lte: false })]).toEqual([[true], [false]]);
      await dispose();
    });

    it('goes on behind a row that is no longer there', async () => {
      const { store, dispose } = await factory();
      const samples = await store.collection<Sample>('samples', indexesOf(IndexedSample));
      await samples.write(['a', 'b', 'c'].map((id) => ({ id, document: { rank: 1 }, position: position(1) })));
      await samples.write([{ id: 'b', document: undefined, position: position(2) }]);
      const page = await samples.find({ sort: [['rank', 'asc']], after: { values: [1], id: 'b' }, limit: 5 });
      expect(page).toEqual({ documents: [{ id: 'c', document: { rank: 1 } }], hasMore: false });
      await dispose();
    });
  });
}

function remember(model: Map<string, Row>, { id, document }: Stored<Sample>): void {
  if (document === undefined) model.delete(id);
  else model.set(id, { id, document });
}

async function expectSameRows(
  samples: Collection<Sample>,
  rows: readonly Row[],
  query: NaiveQuery,
  size: number,
): Promise<void> {
  const expected = naiveFind(rows, query);
  const options = { filter: filterOf(query), sort: query.sort } as Pick<FindOptions<Sample>, 'filter' | 'sort'>;
  expect(await samples.count(options.filter)).toBe(expected.length);
  expect(await samples.find({ ...options, limit: 1000 })).toEqual({ documents: expected, hasMore: false });
  for (const direction of ['forwards', 'backwards'] as const) {
    const paged: Row[] = [];
    let from: Keyset | undefined;
    for (let hasMore = true; hasMore;) {
      const bound = from === undefined ? {} : { [direction === 'forwards' ? 'after' : 'before']: from };
      const page = await samples.find({ ...options, ...bound, direction, limit: size });
      expect(page.documents.length <= size).toBe(true);
      if (direction === 'forwards') paged.push(...page.documents);
      else paged.unshift(...page.documents);
      const edge = direction === 'forwards' ? paged.at(-1) : paged[0];
      from = edge === undefined ? undefined : naiveKeyset(query.sort, edge);
      hasMore = page.hasMore;
    }
    expect(paged).toEqual(expected);
  }
  const [first, last] = [expected[0], expected.at(-1)];
  if (first === undefined || last === undefined) return;
  const within = { after: naiveKeyset(query.sort, first), before: naiveKeyset(query.sort, last) };
  expect((await samples.find({ ...options, ...within, limit: 1000 })).documents).toEqual(expected.slice(1, -1));
}

function filterOf({ anyOf }: NaiveQuery): object {
  const all = (conditions: NaiveQuery['anyOf'][number]): object => ({
    $and: conditions.map(([path, operator, value]) => ({ [path]: operator === '$eq' ? value : { [operator]: value } })),
  });
  const [only, ...others] = anyOf.map(all);
  if (only === undefined) return {};
  return others.length === 0 ? only : { $or: [only, ...others] };
}

const states = fc.constantFrom('A', 'B', 'C');
const ranks = fc.integer({ min: 0, max: 4 });
const samples: fc.Arbitrary<Sample> = fc.record(
  {
    state: fc.option(states),
    rank: fc.option(ranks),
    isOpen: fc.boolean(),
    tags: fc.uniqueArray(states, { maxLength: 3 }),
    place: fc.record({ city: fc.option(states), floor: ranks }, { requiredKeys: [] }),
    people: fc.array(fc.record({ side: states, age: ranks }, { requiredKeys: ['side'] }), { maxLength: 3 }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const ids = fc.integer({ min: 0, max: 30 }).map(String);
const changes = fc.record({ id: ids, document: fc.option(samples, { nil: undefined, freq: 6 }) });
const histories = fc.array(fc.uniqueArray(changes, { selector: ({ id }) => id, maxLength: 30 }), {
  minLength: 1,
  maxLength: 3,
});
const pages = fc.integer({ min: 1, max: 9 });
const operandsFor = (path: string): fc.Arbitrary<string | number> => {
  if (path === 'rank') return ranks;
  return path === '_id' ? ids : states;
};
const conditions = fc
  .constantFrom('state', 'rank', 'tags', 'place.city', 'people.side', '_id')
  .chain((path): fc.Arbitrary<readonly [string, string, unknown]> => {
    const operand = operandsFor(path);
    const comparisons = fc.tuple(
      fc.constant(path),
      fc.constantFrom('$eq', '$ne', '$gt', '$gte', '$lt', '$lte'),
      operand,
    );
    const sets = fc.tuple(fc.constant(path), fc.constantFrom('$in', '$nin'), fc.array(operand, { maxLength: 3 }));
    if (path === 'people.side' || path === '_id') return fc.oneof(comparisons, sets);
    const nulls = fc.tuple(fc.constant(path), fc.constantFrom('$eq', '$ne'), fc.constant(null));
    const presence = fc.tuple(fc.constant(path), fc.constant('$exists'), fc.boolean());
    return fc.oneof({ arbitrary: comparisons, weight: 4 }, { arbitrary: sets, weight: 2 }, nulls, presence);
  });
const sortFields = fc.tuple(
  fc.constantFrom('state', 'rank', 'place.city', '_id', 'isOpen'),
  fc.constantFrom('asc', 'desc'),
);
const queries: fc.Arbitrary<NaiveQuery> = fc.record({
  anyOf: fc.array(fc.array(conditions, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  sort: fc.uniqueArray(sortFields as fc.Arbitrary<readonly [string, 'asc' | 'desc']>, {
    selector: ([path]) => path,
    maxLength: 2,
  }),
});
