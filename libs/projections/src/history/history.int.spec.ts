import { connectToMongo, indexesOf, openMongoDocumentStore } from '#document-store';
import { type MongoDouble, startMongoDouble } from '../../../../test/doubles/mongodb/mongo-double.js';
import { historyIndexes } from './history-indexes.js';
import { Box } from '../testing/boxes.js';
import { describeHistory } from '../testing/history-contract.js';

describeHistory(
  'MongoDB',
  async () => {
    const double = await startMongoDouble();
    const store = await openMongoDocumentStore({ url: double.url });
    const dispose = async (): Promise<void> => {
      await store.close();
      await double.stop();
    };
    return { store, dispose };
  },
  10,
);

describe('The indexes over versions of documents in MongoDB', () => {
  let double: MongoDouble;
  beforeAll(async () => {
    double = await startMongoDouble();
  });
  afterAll(() => double.stop());

  it('begin like those of the documents, and tell the interval without the row', async () => {
    const connection = await connectToMongo({ url: double.url });
    const store = await openMongoDocumentStore({ connection });
    await store.collection('boxes.history', historyIndexes(indexesOf(Box)));
    const rows = connection.session().database.collection('boxes.history');
    while (!double.received.includes('createIndexes')) await new Promise((resolve) => setImmediate(resolve));
    const keys = (await rows.listIndexes().toArray()).map(({ key }) => Object.keys(key as object).join(' '));
    await store.close();
    await connection.close();
    const [state, rank] = ['document.document.state', 'document.document.rank'];
    const [tags, side] = ['document.document.tags', 'document.document.people.side'];
    const [from, until, key] = ['document.from', 'document.until', 'document.key'];
    expect(keys.sort()).toEqual(
      [
        '_id',
        ...[state, rank, tags, side, `${state} ${rank}`, key].map((fields) => `${fields} _id ${until} ${from}`),
        ...[state, rank, tags, side, key].map((field) => `${field} ${until} _id ${from}`),
        `${until} _id ${from}`,
        `${from} _id ${until}`,
      ].sort(),
    );
  });
});
