import { accepted, type CommonRejectionCode, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ImportBatchEvent } from '../../../domain/import-batch/import-batch-events.js';
import type { ImportBatchState } from '../../../domain/import-batch/import-batch-state.js';

/** Closes the batch: the rows that are neither rejected nor skipped are taken over (domain.md 7.1). */
export interface CommitImport {
  /** Rows that are not about partners. */
  readonly skipped: number;
}

/** Commits a batch; a committed one stays as it is, so that an interrupted import can be sent again. */
export function commitImport(
  command: CommitImport,
  state: ImportBatchState,
  context: DecisionContext,
): Decision<ImportBatchEvent, CommonRejectionCode> {
  if (state.status === 'ABSENT')
    return rejected('NOT_FOUND', 'There is no import batch with this id: use StageImport.');
  if (state.status === 'COMMITTED') return accepted();
  const { skipped } = command;
  const refused = Object.keys(state.rejections).length;
  const taken = state.rows - refused - skipped;
  if (taken < 0) {
    const message = `skipped: ${String(skipped)} skipped and ${String(refused)} rejected rows are more than the ${String(state.rows)} of the file: count the skipped ones again.`;
    return rejected('VALIDATION_FAILED', message, { details: [{ code: 'MORE_THAN_ROWS', message, path: 'skipped' }] });
  }
  return accepted({
    type: 'ImportCommitted',
    occurredOn: context.today,
    data: { counts: { accepted: taken, skipped, rejected: refused } },
  });
}
