import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { importCommitted, importRowRejected, importStaged } from '../../../domain/import-batch/import-batch-samples.js';
import { evolveImportBatch, initialImportBatch } from '../../../domain/import-batch/import-batch-state.js';
import { rejectImportRow } from './reject-import-row.js';

const { given } = decisionSpecification(initialImportBatch, evolveImportBatch);
const context = testContext({ today: '2026-03-30' });
const command = importRowRejected.data;

describe('Rejecting a row of an import', () => {
  it('keeps the row and the reason', () => {
    given(importStaged)
      .when((state) => rejectImportRow(command, state, context))
      .then(importRowRejected);
  });

  it('changes nothing the second time', () => {
    given(importStaged, importRowRejected)
      .when((state) => rejectImportRow(command, state, context))
      .thenNothing();
  });

  it('keeps a second reason for the same row', () => {
    given(importStaged, importRowRejected)
      .when((state) => rejectImportRow({ rowNo: 7, code: 'ROW_BAD_DATE' }, state, context))
      .then({ ...importRowRejected, data: { rowNo: 7, code: 'ROW_BAD_DATE' } });
  });

  it('is possible while the committed rows are taken over', () => {
    given(importStaged, importCommitted)
      .when((state) => rejectImportRow({ rowNo: 9, code: 'PARTNERSHIP_ALREADY_OPEN' }, state, context))
      .then({ ...importRowRejected, data: { rowNo: 9, code: 'PARTNERSHIP_ALREADY_OPEN' } });
  });

  it('is refused for a batch that does not exist', () => {
    given()
      .when((state) => rejectImportRow(command, state, context))
      .thenRejected('NOT_FOUND');
  });
});
