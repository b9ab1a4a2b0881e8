import { importBatchEvents } from './domain/import-batch/import-batch-events.js';
import { partnershipEvents } from './domain/events.js';

export {
  AbandonReasonEnum,
  ContactReliefReasonEnum,
  PartnershipStatusEnum,
  ResultAttributionEnum,
  ResultKindEnum,
  ReviewKindEnum,
  ReviewOutcomeEnum,
} from './graphql-enums.js';
export { PartnershipModule } from './partnership.module.js';
export type { PartnershipEvent } from './domain/events.js';
export { ActingSideEnum, EventSourceEnum } from './graphql-enums.js';
export { importBatchStream } from './domain/import-batch/import-batch-stream.js';
export { partnershipStream } from './domain/stream.js';
export { partnershipProjections } from './projections.js';
export { historySentence } from './read-models/partnership-history/history-sentence.js';

/** Every event of this context: partnerships and import batches. */
export const partnershipContextEvents = { ...partnershipEvents, ...importBatchEvents };
