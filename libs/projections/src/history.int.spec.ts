import { openMongoDocumentStore } from '#document-store';
import { startMongoDouble } from '../../../test/doubles/mongodb/mongo-double.js';
import { describeHistory } from './testing/history-contract.js';

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
