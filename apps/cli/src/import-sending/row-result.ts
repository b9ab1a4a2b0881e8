import type { UnknowableField } from '../import/partner-import.js';
import type { Dialect } from '../import/table.js';

/** Something a person should know about a row or the file. */
export interface Notice {
  readonly code: string;
  readonly message: string;
}

/** What a reader needs to find the row again. */
interface RowIdentity {
  /** Line in the file. */
  readonly rowNo: number;
  /** The company's name as the file has it; absent when it has none. */
  readonly company?: string;
  readonly warnings: readonly Notice[];
}

/** What became of a row: exactly one of three ends (issue 3, item 8). */
export type RowResult = RowIdentity &
  (
    | {
        readonly outcome: 'accepted';
        /** Absent in a dry run: nothing was recorded. */
        readonly partnershipId?: string;
        readonly category: string;
        readonly openingState: string;
        readonly unknownFields: readonly UnknowableField[];
      }
    | { readonly outcome: 'skipped'; readonly reason: string; readonly partnershipId?: string }
    | {
        readonly outcome: 'rejected';
        readonly code: string;
        readonly message: string;
        readonly details?: readonly Notice[];
      }
  );

/** The result of an import: what `--json` prints. */
export interface ImportReport {
  readonly file: string;
  readonly sha256: string;
  readonly profile: string;
  readonly sourceSystem: string;
  readonly dialect: Dialect;
  /** Columns that were not read: worth showing, because one may be a misspelt one. */
  readonly unreadColumns: readonly string[];
  readonly dryRun: boolean;
  /** The batch under which the rows are recorded; absent in a dry run. */
  readonly batchId?: string;
  readonly counts: RowCounts;
  readonly warnings: readonly Notice[];
  readonly rows: readonly RowResult[];
}

/** How many rows came to which end. */
export interface RowCounts {
  readonly rows: number;
  readonly accepted: number;
  readonly skipped: number;
  readonly rejected: number;
}

/** Counts the ends. */
export function countRows(rows: readonly RowResult[]): RowCounts {
  const of = (outcome: RowResult['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  return { rows: rows.length, accepted: of('accepted'), skipped: of('skipped'), rejected: of('rejected') };
}
