import { randomUUID } from 'node:crypto';
import { openMongoDocumentStore } from '#document-store';
import { describeDocumentStore } from '#document-store/testing';

const url = process.env['MONGODB_URL'];

if (url === undefined)
  describe('The MongoDB document store on a real server', () => {
    it.skip('is skipped because MONGODB_URL names no server', () => undefined);
  });
else
  describeDocumentStore(
    'the MongoDB document store on a real server',
    async () => {
      const store = await openMongoDocumentStore({ url, database: `accord-contract-${randomUUID().slice(0, 8)}` });
      return {
        store,
        dispose: async () => {
          for (const name of ['samples', 'others', 'mixed', 'accord.checkpoints', 'accord.leases', 'accord.members'])
            await store.drop(name).catch(() => undefined);
          await store.close();
        },
      };
    },
    50,
  );
