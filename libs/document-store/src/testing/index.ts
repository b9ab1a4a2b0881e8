export type { DocumentStoreUnderTest } from './document-store-under-test.js';
export { describeDocumentStore } from './document-store-contract.js';
