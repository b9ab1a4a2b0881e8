import type { PartnerImport } from './partner-import.js';
import type { ImportWarning } from './table.js';

/**
 * When each rejection of a row is given (domain.md 7.1; INVALID_LEI and VALIDATION_FAILED from 2.7). The remaining codes
 * of 7.1 need what is already recorded and come from the server; CURRENCY_UNKNOWN belongs to results, which no partner
 * list carries.
 */
export const rowRejections = {
  ROW_NO_NAME: 'The row is a partner but names no company.',
  ROW_UNKNOWN_CATEGORY: 'The category is not one of the three, and nothing says that the row is no partner.',
  ROW_BAD_DATE: 'A date does not exist, cannot be read, lies in the future, or an agreement ends before it is signed.',
  ROW_BAD_AMOUNT: 'A number cannot be read or is not possible for its field.',
  ROW_DUPLICATE_IN_FILE: 'An earlier row is the same record, or the same company in the same category.',
  OWNER_UNKNOWN: 'The partner manager is not given by mail address, or nobody appointed has that address.',
  INVALID_LEI: 'The LEI does not have 20 characters or its check digits are wrong.',
  VALIDATION_FAILED: 'The cells do not line up with the header, or the state is none in which a partnership can begin.',
} as const;

/** A code of {@link rowRejections}. */
export type RowRejectionCode = keyof typeof rowRejections;

/** One reason against a row; `message` names column, rule and way out. */
export interface RowProblem {
  readonly code: RowRejectionCode;
  readonly message: string;
}

/**
 * What will become of one row: imported, left out because it is no open partnership, or refused. `code` and `message`
 * are those of the first problem, `details` holds all of them, so that a row is repaired in one go.
 */
export type RowPlan = { readonly rowNo: number; readonly warnings: readonly ImportWarning[] } & (
  | { readonly outcome: 'accepted'; readonly plan: PartnerImport }
  | { readonly outcome: 'skipped'; readonly reason: string }
  | ({ readonly outcome: 'rejected'; readonly details: readonly RowProblem[] } & RowProblem)
);
