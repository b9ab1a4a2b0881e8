import { importBatchMutation } from '../../../import-batch-mutation.resolver.js';
import { StageImportCommand } from './stage-import.handler.js';
import { StageImportInput } from './stage-import.input.js';

export const StageImportResolver = importBatchMutation({
  name: 'stageImport',
  description:
    'Hands in a partner list: its hash, its rows and how its columns are read. Its rows may be imported from now on.',
  input: StageImportInput,
  message: StageImportCommand,
  records: ['ImportStaged'],
});
