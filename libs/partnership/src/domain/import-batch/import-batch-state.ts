import type { ImportBatchEvent, ImportMapping } from './import-batch-events.js';
import type { RowRejectionCode } from './row-rejection-codes.js';

/** The states of a batch that exists (domain.md 7.1). */
export const importBatchStatuses = ['STAGED', 'COMMITTED'] as const;
export type ImportBatchStatus = (typeof importBatchStatuses)[number];

/** What the decisions of an import batch know. */
export type ImportBatchState =
  | { readonly status: 'ABSENT' }
  | {
      readonly status: ImportBatchStatus;
      readonly fileSha256: string;
      readonly rows: number;
      readonly mapping: ImportMapping;
      /** Why rows are not taken over, by row number. */
      readonly rejections: Readonly<Record<number, readonly RowRejectionCode[]>>;
    };

/** A batch that does not exist yet. */
export const initialImportBatch: ImportBatchState = { status: 'ABSENT' };

/** The batch after an event. */
export function evolveImportBatch(state: ImportBatchState, event: ImportBatchEvent): ImportBatchState {
  if (event.type === 'ImportStaged') return { status: 'STAGED', ...event.data, rejections: {} };
  if (state.status === 'ABSENT') return state;
  if (event.type === 'ImportCommitted') return { ...state, status: 'COMMITTED' };
  const { rowNo, code } = event.data;
  return { ...state, rejections: { ...state.rejections, [rowNo]: [...(state.rejections[rowNo] ?? []), code] } };
}
