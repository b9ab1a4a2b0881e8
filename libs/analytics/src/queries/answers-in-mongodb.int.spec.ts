import { type Collection, openInProcessDocumentStore, openMongoDocumentStore } from '#document-store';
import { type MongoDouble, startMongoDouble } from '../../../../test/doubles/mongodb/mongo-double.js';
import { groupOf, groupPipeline, type GroupsWanted } from '../groups/group-pipeline.js';
import { type Conditions, where } from './where.js';

interface Row {
  readonly name?: string | null;
  readonly reviews?: number;
  readonly openedOn: string;
  readonly tags: readonly string[];
  readonly scores?: { readonly own?: number | null; readonly notes: readonly string[] };
  readonly contacts?: readonly { readonly personId: string }[];
}

const rows: readonly Row[] = [
  { name: 'Anton', reviews: 1, openedOn: '2026-01-01', tags: ['new'], scores: { own: 4, notes: ['late'] } },
  { name: 'Antonia', reviews: 2, openedOn: '2026-02-01', tags: [], scores: { own: null, notes: [] } },
  {
    name: 'Berta',
    openedOn: '2026-03-01',
    tags: ['new', 'paper'],
    contacts: [{ personId: 'prs_1' }, { personId: 'prs_2' }],
  },
  { name: null, reviews: 4, openedOn: '2026-04-01', tags: ['paper'] },
  { reviews: 5, openedOn: '2026-05-01', tags: [], scores: { notes: ['late', 'long'] }, contacts: [] },
];
const indexes = [
  { fields: ['name'] },
  { fields: ['tags'] },
  { fields: ['reviews', 'openedOn'] },
  { fields: ['scores.own'] },
  { fields: ['contacts.personId'] },
];

describe('what analysts ask has the same answer in MongoDB as in memory', () => {
  let double: MongoDouble;
  let close: () => Promise<void>;
  let stores: readonly Collection<Row>[];
  beforeAll(async () => {
    double = await startMongoDouble({});
    const mongo = await openMongoDocumentStore({ url: double.url, database: 'analysts' });
    close = () => mongo.close();
    stores = await Promise.all(
      [openInProcessDocumentStore(), mongo].map((store) => store.collection<Row>('rows', indexes)),
    );
    for (const store of stores)
      await store.write(rows.map((document, index) => ({ id: String(index), document, position: '1' })));
  });
  afterAll(async () => {
    await close();
    await double.stop();
  });

  test.each<Conditions>([
    {},
    { name: { eq: 'Anton' } },
    { name: { in: ['Anton', 'Berta'], startsWith: 'A' } },
    { name: { startsWith: 'Anton' }, reviews: { gt: 1 } },
    { name: { isNull: true } },
    { name: { isNull: false } },
    { reviews: { gte: 2, lt: 5 }, openedOn: { lte: '2026-03-31' } },
    { tags: { has: 'paper' } },
    { scores: { own: { gte: 3, lt: 5 } } },
    { scores: { own: { isNull: true } } },
    { scores: { own: { isNull: false }, notes: { has: 'late' } } },
    { scores: { notes: { has: 'long' } } },
    { contacts: { personId: { has: 'prs_2' } } },
  ])('by %j', async (conditions) => {
    const [inMemory, inMongo] = await Promise.all(
      stores.map((store) => store.find({ filter: where(conditions), sort: [['openedOn', 'desc']], limit: 10 })),
    );
    expect(inMongo).toEqual(inMemory);
    expect(inMemory?.documents).not.toEqual([]);
  });

  test.each<Partial<GroupsWanted>>([
    {},
    { by: ['name'] },
    { by: ['name', 'reviews'], filter: where({ tags: { has: 'new' } }) },
  ])('in groups by %j', async (wanted) => {
    const all: GroupsWanted = { filter: {}, by: [], numbers: ['reviews'], bounds: ['reviews', 'openedOn'], ...wanted };
    const [inMemory, inMongo] = await Promise.all(
      stores.map(async (store) => (await store.aggregate(groupPipeline(all, 10))).map((row) => groupOf(row, all))),
    );
    expect(inMongo).toEqual(inMemory);
    expect(inMemory).not.toEqual([]);
  });
});
