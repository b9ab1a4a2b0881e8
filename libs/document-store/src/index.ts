export type { DocumentPages } from './document-pages.adapter.js';
export { documentPages } from './document-pages.adapter.js';
export type {
  Checkpoint,
  Collection,
  DocumentStore,
  FindOptions,
  Found,
  Page,
  PipelineStage,
  ReadableCollection,
  Stored,
} from './document-store.js';
export { DOCUMENT_STORE, DocumentStoreUnavailable } from './document-store.js';
export type { Comparison, Condition, Filter, Scalar } from './filter.js';
export { allOf } from './filter.js';
export type { InProcessOptions } from './in-process/in-process-document-store.adapter.js';
export { openInProcessDocumentStore } from './in-process/in-process-document-store.adapter.js';
export type { IndexDefinition } from './indexes.js';
export { CompoundIndex, Indexed, indexesOf } from './indexes.js';
export type { Lease } from './lease.js';
export { LeaseLost } from './lease.js';
export type { Member } from './member.js';
export type { MongoOptions } from './mongodb/mongo-connection.adapter.js';
export { connectToMongo, MongoConnection } from './mongodb/mongo-connection.adapter.js';
export type { MongoDocumentStoreOptions } from './mongodb/mongo-document-store.adapter.js';
export { openMongoDocumentStore } from './mongodb/mongo-document-store.adapter.js';
export { isKeyTaken } from './mongodb/mongo-fault.adapter.js';
export type { MongoSession } from './mongodb/mongo-session.adapter.js';
export { DocumentStoreRefused } from './mongodb/document-store-refused.js';
export { DocumentUnstorable } from './mongodb/document-unstorable.js';
export { QueryRefused } from './mongodb/query-refused.js';
export { printableAddress } from './printable-address.js';
export type { AnySort, FieldPath, Keyset, Sort, SortDirection } from './sort-order.js';
export { keysetOf } from './sort-order.js';
