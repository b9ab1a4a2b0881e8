import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { importCommitted, importRowRejected, importStaged } from '../../../domain/import-batch/import-batch-samples.js';
import { evolveImportBatch, initialImportBatch } from '../../../domain/import-batch/import-batch-state.js';
import { commitImport } from './commit-import.js';

const { given } = decisionSpecification(initialImportBatch, evolveImportBatch);
const context = testContext();

describe('Committing an import', () => {
  it('counts what is taken over, skipped and rejected', () => {
    given(importStaged, importRowRejected)
      .when((state) => commitImport({ skipped: 3 }, state, context))
      .then(importCommitted);
  });

  it('counts a row that was rejected for two reasons once', () => {
    given(importStaged, importRowRejected, { ...importRowRejected, data: { rowNo: 7, code: 'ROW_BAD_DATE' } })
      .when((state) => commitImport({ skipped: 3 }, state, context))
      .then(importCommitted);
  });

  it('changes nothing the second time, so that an interrupted import can be sent again', () => {
    given(importStaged, importRowRejected, importCommitted)
      .when((state) => commitImport({ skipped: 3 }, state, context))
      .thenNothing();
  });

  it('is refused when more rows are skipped than the file has left', () => {
    given(importStaged, importRowRejected)
      .when((state) => commitImport({ skipped: 12 }, state, context))
      .thenRejected('VALIDATION_FAILED', ['MORE_THAN_ROWS']);
  });

  it('is refused for a batch that does not exist', () => {
    given()
      .when((state) => commitImport({ skipped: 0 }, state, context))
      .thenRejected('NOT_FOUND');
  });
});
