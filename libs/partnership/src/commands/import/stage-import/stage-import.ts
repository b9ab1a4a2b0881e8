import { accepted, type Decision, type DecisionContext, type CommonRejectionCode, rejected } from '#event-sourcing';
import type { ImportBatchEvent, ImportMapping } from '../../../domain/import-batch/import-batch-events.js';
import type { ImportBatchState } from '../../../domain/import-batch/import-batch-state.js';

/** Hands in a partner list for a dry run (domain.md 7.1). `fileSha256` is the hash of the file, `rows` its data rows. */
export interface StageImport {
  /** A staged batch of the same file that is to be read in another way; a new batch unless given. */
  readonly batchId?: string;
  readonly fileSha256: string;
  readonly rows: number;
  readonly mapping: ImportMapping;
}

/**
 * Stages a list. The same file may be staged again with another mapping, which starts its dry run afresh, until it is
 * committed; another file needs its own batch (`INVALID_STATE`). A batch that is named has to exist (`NOT_FOUND`).
 */
export function stageImport(
  command: StageImport,
  state: ImportBatchState,
  context: DecisionContext,
): Decision<ImportBatchEvent, CommonRejectionCode> {
  const { batchId, fileSha256, rows, mapping } = command;
  if (state.status === 'ABSENT' && batchId !== undefined)
    return rejected('NOT_FOUND', `There is no import batch ${batchId}: leave batchId out to stage a new one.`);
  if (state.status === 'COMMITTED')
    return rejected('INVALID_STATE', 'This batch is committed: stage the file as a new batch.', {
      currentState: state.status,
    });
  if (state.status === 'STAGED' && state.fileSha256 !== fileSha256)
    return rejected('INVALID_STATE', 'This batch is about another file: stage this one as a new batch.', {
      currentState: state.status,
      allowedCommands: ['RejectImportRow', 'CommitImport'],
    });
  return accepted({ type: 'ImportStaged', occurredOn: context.today, data: { fileSha256, rows, mapping } });
}
