import { importBatchMutation } from '../../../import-batch-mutation.resolver.js';
import { RejectImportRowCommand } from './reject-import-row.handler.js';
import { RejectImportRowInput } from './reject-import-row.input.js';

export const RejectImportRowResolver = importBatchMutation({
  name: 'rejectImportRow',
  description: 'Records that a row of the list is not taken over, and why.',
  input: RejectImportRowInput,
  message: RejectImportRowCommand,
  records: ['ImportRowRejected'],
});
