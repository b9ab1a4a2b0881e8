import { openInProcessDocumentStore } from '#document-store';
import { describeHistory } from './testing/history-contract.js';

describeHistory(
  'the in-process store',
  () => {
    const store = openInProcessDocumentStore();
    return Promise.resolve({ store, dispose: () => store.close() });
  },
  100,
);
