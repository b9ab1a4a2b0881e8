import { importBatchMutation } from '../../../import-batch-mutation.resolver.js';
import { CommitImportCommand } from './commit-import.handler.js';
import { CommitImportInput } from './commit-import.input.js';

export const CommitImportResolver = importBatchMutation({
  name: 'commitImport',
  description: 'Closes the batch: the rows that are neither rejected nor skipped are taken over.',
  input: CommitImportInput,
  message: CommitImportCommand,
  records: ['ImportCommitted'],
});
