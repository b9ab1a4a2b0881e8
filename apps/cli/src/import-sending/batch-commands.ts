import type { MappedFields } from '../import/profile.js';
import { importFields } from '../import/profile.js';
import type { RowPlan } from '../import/row-plan.js';
import type { OutgoingCommand } from './api.js';
import { commandIdFor } from './command-id.js';

/** How a file was read, for the batch's history: columns and categories, never cells that could name people (I-20). */
export interface RecordedMapping {
  readonly sourceSystem: string;
  /** The column that each field was read from. */
  readonly columns: readonly { readonly field: string; readonly column: string }[];
  /** Our value for each value of the file. */
  readonly values: readonly { readonly field: string; readonly theirs: string; readonly ours: string }[];
}

/** The codes under which a row can be rejected in a batch (domain.md 7.1, and two of form). */
const recordableCodes: ReadonlySet<string> = new Set([
  'ROW_NO_NAME',
  'ROW_BAD_DATE',
  'ROW_BAD_AMOUNT',
  'ROW_UNKNOWN_CATEGORY',
  'ROW_DUPLICATE_IN_FILE',
  'PARTNERSHIP_ALREADY_OPEN',
  'COMPANY_POSSIBLE_DUPLICATE',
  'OWNER_UNKNOWN',
  'CURRENCY_UNKNOWN',
  'INVALID_LEI',
  'VALIDATION_FAILED',
]);

/** The mapping as the rows show it. */
export function recordedMapping(sourceSystem: string, rows: readonly MappedFields[]): RecordedMapping {
  const columns = importFields.flatMap((field) => {
    const column = rows.map(({ cells }) => cells[field]?.column).find((name) => name !== undefined);
    return column === undefined ? [] : [{ field, column: column.slice(0, 200) }];
  });
  return { sourceSystem, columns, values: [...categoryValues(rows)] };
}

function categoryValues(rows: readonly MappedFields[]): RecordedMapping['values'] {
  const ours = new Map<string, string>();
  for (const { cells, category } of rows) {
    const theirs = cells.category?.text ?? '';
    if (category.kind === 'category' && theirs !== '' && theirs.length <= 200) ours.set(theirs, category.category);
  }
  return [...ours].map(([theirs, value]) => ({ field: 'category', theirs, ours: value }));
}

/** Hands the file in: the same file with the same mapping is the same batch. */
export function stageImport(fileSha256: string, rows: number, mapping: RecordedMapping): OutgoingCommand {
  return {
    mutation: 'stageImport',
    input: {
      commandId: commandIdFor(mapping.sourceSystem, fileSha256, JSON.stringify(mapping), 'stage'),
      fileSha256,
      rows,
      mapping,
    },
  };
}

/** Records that a row is not taken over. Refusals without a code of their own in domain.md 7.1 are a matter of form. */
export function rejectRow(batchId: string, rowNo: number, code: string): OutgoingCommand {
  const recorded = recordableCodes.has(code) ? code : 'VALIDATION_FAILED';
  return {
    mutation: 'rejectImportRow',
    input: { commandId: commandIdFor(batchId, String(rowNo), recorded, 'reject'), batchId, rowNo, code: recorded },
  };
}

/** Ends the batch: what is neither rejected nor skipped is taken over. */
export function commitImport(batchId: string, plans: readonly RowPlan[]): OutgoingCommand {
  const skipped = plans.filter(({ outcome }) => outcome === 'skipped').length;
  return { mutation: 'commitImport', input: { commandId: commandIdFor(batchId, 'commit'), batchId, skipped } };
}
