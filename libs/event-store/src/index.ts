export type { EventCodecParts } from './codec/domain-event-codec.adapter.js';
export { createEventCodec } from './codec/domain-event-codec.adapter.js';
export type { ChainBreak, ChainHead, ChainReport, HashedEvent } from './codec/hash-chain.js';
export { checkLink, hashOf, verifyChain } from './codec/hash-chain.js';
export { verifyLog } from './codec/log-verification.adapter.js';
export { EventStoreFileRefused } from './sqlite/event-store-file-refused.js';
export type { SqliteEventStoreOptions } from './sqlite/sqlite-event-store.adapter.js';
export { openSqliteEventStore } from './sqlite/sqlite-event-store.adapter.js';
