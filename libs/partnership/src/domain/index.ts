export type { PartnershipEvent } from './events.js';
export { partnershipEvents } from './events.js';
export type { ResultAttribution, ResultKind } from './events/results.js';
export type { ReviewKind, ReviewOutcome, ReviewScores } from './events/reviews.js';
export { importBatchEvents } from './import-batch/import-batch-events.js';
export type { ImportBatchEvent } from './import-batch/import-batch-events.js';
export { importBatchIdOf } from './import-batch/import-batch-stream.js';
export { partnershipIdOf } from './stream.js';
export type { AbandonReason, ContactReliefReason, PartnershipStatus } from './vocabulary.js';
