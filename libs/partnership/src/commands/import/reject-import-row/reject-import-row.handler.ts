import { ImportBatchCommand, importBatchHandler } from '../../../import-batch-command.handler.js';
import { rejectImportRow } from './reject-import-row.js';
import type { RejectImportRowInput } from './reject-import-row.input.js';

export class RejectImportRowCommand extends ImportBatchCommand<RejectImportRowInput> {}

export const RejectImportRowHandler = importBatchHandler(RejectImportRowCommand, rejectImportRow);
