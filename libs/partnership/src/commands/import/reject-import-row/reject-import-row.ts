import { accepted, type CommonRejectionCode, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ImportBatchEvent } from '../../../domain/import-batch/import-batch-events.js';
import type { ImportBatchState } from '../../../domain/import-batch/import-batch-state.js';
import type { RowRejectionCode } from '../../../domain/import-batch/row-rejection-codes.js';

/** Records that a row of the list is not taken over (domain.md 7.1). `rowNo` is its line in the file. */
export interface RejectImportRow {
  readonly rowNo: number;
  readonly code: RowRejectionCode;
}

/**
 * Rejects a row, in the dry run or, when its partnership turns out to exist, while the committed rows are taken over. The
 * same row for the same reason again changes nothing.
 */
export function rejectImportRow(
  command: RejectImportRow,
  state: ImportBatchState,
  context: DecisionContext,
): Decision<ImportBatchEvent, CommonRejectionCode> {
  const { rowNo, code } = command;
  if (state.status === 'ABSENT')
    return rejected('NOT_FOUND', 'There is no import batch with this id: use StageImport.');
  if (state.rejections[rowNo]?.includes(code) === true) return accepted();
  return accepted({ type: 'ImportRowRejected', occurredOn: context.today, data: { rowNo, code } });
}
