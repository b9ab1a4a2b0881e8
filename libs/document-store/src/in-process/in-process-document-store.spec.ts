import { describeDocumentStore } from '../testing/document-store-contract.js';
import { openInProcessDocumentStore } from './in-process-document-store.adapter.js';

describeDocumentStore('the in-process document store', () => {
  const store = openInProcessDocumentStore();
  return Promise.resolve({ store, dispose: () => store.close() });
});
