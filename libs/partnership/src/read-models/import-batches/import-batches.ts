import type { Projection } from '#event-sourcing';
import type { ImportBatchEvent } from '../../domain/import-batch/import-batch-events.js';
import { importBatchIdOf } from '../../domain/import-batch/import-batch-stream.js';
import { ImportBatch } from './import-batch.js';

/** "Which lists were taken over, and which of their rows were not?" (domain.md 7.1): one document per batch. */
export const importBatches: Projection<ImportBatch, ImportBatchEvent> = {
  name: 'import-batches',
  version: 1,
  document: ImportBatch,
  key: ({ stream }) => importBatchIdOf(stream),
  on: {
    ImportStaged: (_, { revision, metadata, data: { fileSha256, rows, mapping } }, id) => ({
      id,
      status: 'STAGED',
      fileSha256,
      rows,
      sourceSystem: mapping.sourceSystem,
      columns: Object.entries(mapping.columns).map(([field, column]) => ({ field, column })),
      rejectedRows: [],
      stagedAt: metadata.recordedAt,
      revision: Number(revision),
    }),
    ImportRowRejected: (batch, { revision, data: { rowNo, code } }) =>
      batch && { ...batch, rejectedRows: [...batch.rejectedRows, { rowNo, code }], revision: Number(revision) },
    ImportCommitted: (batch, { revision, metadata, data: { counts } }) =>
      batch && {
        ...batch,
        status: 'COMMITTED',
        counts,
        committedAt: metadata.recordedAt,
        revision: Number(revision),
      },
  },
};
