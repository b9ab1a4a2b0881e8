import { openInProcessDocumentStore } from '#document-store';
import { describeKilledRebuilds } from '../testing/killed-rebuilds.js';

describeKilledRebuilds('memory', () => {
  const documents = openInProcessDocumentStore();
  return Promise.resolve({ documents, dispose: () => documents.close() });
});
