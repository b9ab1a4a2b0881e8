import { ImportBatchCommand, importBatchHandler } from '../../../import-batch-command.handler.js';
import { commitImport } from './commit-import.js';
import type { CommitImportInput } from './commit-import.input.js';

export class CommitImportCommand extends ImportBatchCommand<CommitImportInput> {}

export const CommitImportHandler = importBatchHandler(CommitImportCommand, commitImport);
