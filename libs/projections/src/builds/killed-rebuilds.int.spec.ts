import { openMongoDocumentStore } from '#document-store';
import { type MongoDouble, startMongoDouble } from '../../../../test/doubles/mongodb/mongo-double.js';
import { describeKilledRebuilds } from '../testing/killed-rebuilds.js';

let double: MongoDouble;
let databases = 0;
beforeAll(async () => {
  double = await startMongoDouble();
});
afterAll(() => double.stop());

describeKilledRebuilds('MongoDB', async () => {
  const documents = await openMongoDocumentStore({ url: double.url, database: `killed-${(databases += 1)}` });
  return { documents, dispose: () => documents.close() };
});
