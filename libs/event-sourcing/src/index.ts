export type { SerializedEvent } from './append-batch.js';
export { appendBytes, serializeBatch } from './append-batch.js';
export { canonicalJson } from './canonical-json.js';
export type { EventCodec, EventOrigin } from './codec.js';
export { EVENT_CODEC } from './codec.js';
export type {
  CommonRejectionCode,
  Decision,
  DecisionContext,
  DecisionWarning,
  Rejected,
  Rejection,
  RejectionDetail,
} from './decision.js';
export {
  accepted,
  acceptedWithWarnings,
  commonRejections,
  refuseFuture,
  refuseFutureDate,
  rejected,
} from './decision.js';
export { deriveEventId, deriveId } from './derived-ids.js';
export type {
  ActingSide,
  DomainEvent,
  EventActor,
  EventMetadata,
  EventSource,
  EventToAppend,
  Position,
  Recorded,
  Recording,
  StoredEvent,
} from './event.js';
export type { EventFilter, EventTest } from './event-filter.js';
export { filterTest, isInOneOf } from './event-filter.js';
export type {
  AppendResult,
  Direction,
  EventStore,
  ExpectedRevision,
  ReadAllOptions,
  ReadOptions,
  SubscribeOptions,
  SubscriptionMessage,
} from './event-store.js';
export { EVENT_STORE } from './event-store.js';
export {
  EventInvalid,
  EventStoreUnavailable,
  EventTooLarge,
  EventTypeUnknown,
  EventUnreadable,
  MAX_APPEND_BYTES,
  RevisionConflict,
} from './event-store-errors.js';
export { isRetryable } from './is-retryable.js';
export type { Json, JsonObject } from './json.js';
export type { Projection } from './projection.js';
export { evolveDocument } from './projection.js';
export type { DataSchema, EventDefinition, EventDefinitions, EventNamed, EventOf, Upcast, Upcasts } from './schema.js';
export { sealJson } from './seal-json.js';
export type {
  Clock,
  CommandOrigin,
  FoldCache,
  FoldedStream,
  StreamFold,
  Transaction,
  TransactionResult,
  TransactorParts,
} from './transact.js';
export { CLOCK, Transactor } from './transact.js';
