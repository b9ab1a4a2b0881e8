import type { CalendarDate } from '#calendar';
import {
  accepted,
  type Decision,
  type DecisionContext,
  refuseFutureDate,
  type Rejected,
  rejected,
} from '#event-sourcing';
import type { PartnerCategory } from '#programme/domain';
import type { PartnershipEvent } from '../../../domain/events.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { OpeningState } from '../../../domain/vocabulary.js';

/** Takes over a partnership from another system as one row of an import said it (domain.md 7, T2). */
export interface ImportPartnership {
  readonly companyId: string;
  readonly category: PartnerCategory;
  readonly openingState: OpeningState;
  readonly originalStartOn?: CalendarDate;
  readonly lastActivityOn?: CalendarDate;
  readonly lastReviewOn?: CalendarDate;
  readonly sourceSystem: string;
  readonly sourceRecordId: string;
  readonly batchId: string;
  readonly rowNo: number;
  /** What the source did not say: named, never invented. */
  readonly unknownFields: readonly string[];
}

/** What importing needs of other streams. */
export interface ImportFacts {
  readonly companyKnown: boolean;
  /** The batch exists. Its rows are taken over while it is staged, and may be sent again after its commit. */
  readonly batchStaged: boolean;
}

/**
 * Records the opening state, on the historic start if it is known, else today; G-ACT is not asked (D4). Refuses an
 * unknown company, dates after today (`OCCURRED_IN_FUTURE`) and, as `INVALID_STATE`, a batch that was never staged. I-02 is guarded by the reservation, outside.
 */
export function importPartnership(
  command: ImportPartnership,
  state: PartnershipState,
  context: DecisionContext,
  facts: ImportFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { batchId, companyId, rowNo, originalStartOn } = command;
  if (state.lifecycle.status !== undefined)
    return rejected('INVALID_STATE', 'A partnership with this id exists already: import the row under a new id.', {
      currentState: state.lifecycle.status,
    });
  if (!facts.companyKnown)
    return rejected('COMPANY_UNKNOWN', `There is no company ${companyId}: use RegisterPartnerCompany first.`);
  if (!facts.batchStaged)
    return rejected('INVALID_STATE', `There is no import batch ${batchId}: use StageImport before its rows.`, {
      currentState: 'ABSENT',
      allowedCommands: ['StageImport'],
    });
  const refusal = refuseFutureFacts(command, context.today);
  if (refusal !== undefined) return refusal;
  return accepted({
    type: 'PartnershipImported',
    occurredOn: originalStartOn ?? context.today,
    data: {
      companyId,
      category: command.category,
      openingState: command.openingState,
      ...(originalStartOn === undefined ? {} : { originalStartOn }),
      importedOn: context.today,
      ...(command.lastActivityOn === undefined ? {} : { lastActivityOn: command.lastActivityOn }),
      ...(command.lastReviewOn === undefined ? {} : { lastReviewOn: command.lastReviewOn }),
      sourceSystem: command.sourceSystem,
      sourceRecordId: command.sourceRecordId,
      batchId,
      rowNo,
      unknownFields: command.unknownFields,
    },
  });
}

function refuseFutureFacts(
  { originalStartOn, lastActivityOn, lastReviewOn }: ImportPartnership,
  today: CalendarDate,
): Rejected<'OCCURRED_IN_FUTURE'> | undefined {
  return (
    refuseFutureDate(originalStartOn, today, 'originalStartOn') ??
    refuseFutureDate(lastActivityOn, today, 'lastActivityOn') ??
    refuseFutureDate(lastReviewOn, today, 'lastReviewOn')
  );
}
