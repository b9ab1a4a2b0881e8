import { projectionSpecification } from '#event-sourcing/testing';
import { importCommitted, importRowRejected, importStaged } from '../../domain/import-batch/import-batch-samples.js';
import { importBatches } from './import-batches.js';

const { given } = projectionSpecification(importBatches, 'import-imp_1');
const staged = {
  id: 'imp_1',
  status: 'STAGED' as const,
  fileSha256: 'c'.repeat(64),
  rows: 12,
  sourceSystem: 'SALESFORCE',
  columns: [
    { field: 'legalName', column: 'Name' },
    { field: 'category', column: 'Type' },
  ],
  rejectedRows: [],
  stagedAt: '2026-03-30T09:00:00.000Z',
  revision: 0,
};

describe('The import batches', () => {
  it('show a list that was handed in and how it is read', () => {
    given(importStaged).then({ imp_1: staged });
  });

  it('show which rows are not taken over, and the counts of the commit', () => {
    given(importStaged, importRowRejected, importCommitted).then({
      imp_1: {
        ...staged,
        status: 'COMMITTED',
        rejectedRows: [{ rowNo: 7, code: 'ROW_NO_NAME' }],
        counts: { accepted: 8, skipped: 3, rejected: 1 },
        committedAt: '2026-03-31T09:00:00.000Z',
        revision: 2,
      },
    });
  });

  it('start afresh when the same list is read in another way', () => {
    given(importStaged, importRowRejected, importStaged).then({ imp_1: { ...staged, revision: 2 } });
  });
});
