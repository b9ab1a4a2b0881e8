import type { Aggregate } from '#command-handling';
import type { ImportBatchEvent } from './domain/import-batch/import-batch-events.js';
import {
  evolveImportBatch,
  type ImportBatchState,
  initialImportBatch,
} from './domain/import-batch/import-batch-state.js';
import { importBatchStream } from './domain/import-batch/import-batch-stream.js';
import type { ImportBatch } from './read-models/import-batches/import-batch.js';
import { importBatches } from './read-models/import-batches/import-batches.js';

/** An import batch as its commands see it (domain.md 2.1). */
export const importBatchAggregate: Aggregate<ImportBatchState, ImportBatch, ImportBatchEvent> = {
  idPrefix: 'imp',
  stream: importBatchStream,
  initial: initialImportBatch,
  evolve: evolveImportBatch,
  projection: importBatches,
};
