import { describeDocumentStore } from '../testing/document-store-contract.js';
import { openInProcessDocumentStore } from './in-process-document-store.adapter.js';

describeDocumentStore('the in-process document store', () => {
  let now = Date.parse('2026-03-31T10:00:00.000Z');
  const store = openInProcessDocumentStore({ now: () => now });
  return Promise.resolve({
    store,
    passTime: (milliseconds: number) => {
      now += milliseconds;
    },
    dispose: () => store.close(),
  });
});
