import type { ImportBatchEventNamed } from './import-batch-events.js';

/** A Salesforce account export of twelve rows was handed in. */
export const importStaged: ImportBatchEventNamed<'ImportStaged'> = {
  type: 'ImportStaged',
  occurredOn: '2026-03-30',
  data: {
    fileSha256: 'c'.repeat(64),
    rows: 12,
    mapping: {
      sourceSystem: 'SALESFORCE',
      columns: { legalName: 'Name', category: 'Type' },
      values: { category: { 'Technology Partner': 'TECHNOLOGY' } },
    },
  },
};

/** Its row 7 names no company. */
export const importRowRejected: ImportBatchEventNamed<'ImportRowRejected'> = {
  type: 'ImportRowRejected',
  occurredOn: '2026-03-30',
  data: { rowNo: 7, code: 'ROW_NO_NAME' },
};

/** It was taken over, but for that row and three that are not about partners. */
export const importCommitted: ImportBatchEventNamed<'ImportCommitted'> = {
  type: 'ImportCommitted',
  occurredOn: '2026-03-31',
  data: { counts: { accepted: 8, skipped: 3, rejected: 1 } },
};
