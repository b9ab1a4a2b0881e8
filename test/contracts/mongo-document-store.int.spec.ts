import { openMongoDocumentStore } from '#document-store';
import { describeDocumentStore } from '#document-store/testing';
import { type MongoDouble, startMongoDouble } from '../doubles/mongodb/mongo-double.js';

describe.each([
  ['a replica set', { replicaSet: 'rs0' }],
  ['a standalone server', {}],
])('On %s', (_, kind) => {
  let double: MongoDouble;
  let stores = 0;
  beforeAll(async () => {
    double = await startMongoDouble(kind);
  });
  afterAll(() => double.stop());

  describeDocumentStore(
    'the MongoDB document store',
    async () => {
      const store = await openMongoDocumentStore({ url: double.url, database: `contract-${(stores += 1)}` });
      return { store, dispose: () => store.close() };
    },
    30,
  );
});
