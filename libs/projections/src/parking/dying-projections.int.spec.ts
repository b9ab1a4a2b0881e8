import { openMongoDocumentStore } from '#document-store';
import { type MongoDouble, startMongoDouble } from '../../../../test/doubles/mongodb/mongo-double.js';
import { describeDyingProjections } from '../testing/dying-projections.js';

let double: MongoDouble;
let databases = 0;
beforeAll(async () => {
  double = await startMongoDouble();
});
afterAll(() => double.stop());

describeDyingProjections(
  'MongoDB',
  async () => {
    const documents = await openMongoDocumentStore({ url: double.url, database: `dying-${(databases += 1)}` });
    return { documents, dispose: () => documents.close() };
  },
  10,
);
