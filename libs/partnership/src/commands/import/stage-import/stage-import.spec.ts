import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { importCommitted, importRowRejected, importStaged } from '../../../domain/import-batch/import-batch-samples.js';
import { evolveImportBatch, initialImportBatch } from '../../../domain/import-batch/import-batch-state.js';
import { stageImport } from './stage-import.js';

const { given } = decisionSpecification(initialImportBatch, evolveImportBatch);
const context = testContext({ today: '2026-03-30' });
const command = importStaged.data;

describe('Staging an import', () => {
  it('keeps the hash of the file, its rows and how they are read', () => {
    given()
      .when((state) => stageImport(command, state, context))
      .then(importStaged);
  });

  it('starts the dry run afresh when the same file is read in another way', () => {
    const mapping = { ...command.mapping, columns: { legalName: 'Account Name' } };
    const again = { ...importStaged, data: { ...importStaged.data, mapping } };
    given(importStaged, importRowRejected)
      .when((state) => stageImport({ ...command, mapping }, state, context))
      .then(again);
  });

  it('is refused for a named batch that does not exist', () => {
    given()
      .when((state) => stageImport({ ...command, batchId: 'imp_9' }, state, context))
      .thenRejected('NOT_FOUND');
  });

  it('is refused for another file', () => {
    given(importStaged)
      .when((state) => stageImport({ ...command, fileSha256: 'd'.repeat(64) }, state, context))
      .thenRejected('INVALID_STATE');
  });

  it('is refused once the batch is committed', () => {
    given(importStaged, importCommitted)
      .when((state) => stageImport(command, state, context))
      .thenRejected('INVALID_STATE');
  });
});
