export type { PartnershipEvent } from './events.js';
export { partnershipEvents } from './events.js';
export { importBatchEvents } from './import-batch/import-batch-events.js';
export type { ImportBatchEvent } from './import-batch/import-batch-events.js';
export { importBatchIdOf } from './import-batch/import-batch-stream.js';
export { partnershipIdOf } from './stream.js';
