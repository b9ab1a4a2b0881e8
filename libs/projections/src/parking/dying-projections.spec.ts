import { openInProcessDocumentStore } from '#document-store';
import { describeDyingProjections } from '../testing/dying-projections.js';

describeDyingProjections(
  'memory',
  () => {
    const documents = openInProcessDocumentStore();
    return Promise.resolve({ documents, dispose: () => documents.close() });
  },
  60,
);
