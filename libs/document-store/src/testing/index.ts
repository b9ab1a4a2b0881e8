export type { DocumentStoreUnderTest } from './document-store-contract.js';
export { describeDocumentStore } from './document-store-contract.js';
