import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { PartnerCategory } from '#programme/domain';
import type { PartnershipEvent } from '../../../domain/events.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { PartnershipStatus } from '../../../domain/vocabulary.js';

/** Proposes a partnership with a company in one category (domain.md 2.7, T1). `proposedOn` is by default today. */
export interface ProposePartnership {
  readonly companyId: string;
  readonly category: PartnerCategory;
  readonly strategicRationale: string;
  readonly proposedOn?: CalendarDate;
  readonly occurredOn?: CalendarDate;
  readonly predecessorPartnershipId?: string;
}

/** What proposing needs of other streams. `predecessorStatus` is absent when there is no such partnership. */
export interface ProposalFacts {
  readonly companyKnown: boolean;
  readonly predecessorStatus?: PartnershipStatus;
}

/**
 * Opens a partnership: `COMPANY_UNKNOWN`, and `PARTNERSHIP_ALREADY_OPEN` while the predecessor has not ended. That the
 * company has no other open partnership in the category (I-02) is guarded by the reservation, outside.
 */
export function proposePartnership(
  command: ProposePartnership,
  state: PartnershipState,
  context: DecisionContext,
  facts: ProposalFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { companyId, category, strategicRationale, predecessorPartnershipId } = command;
  if (state.lifecycle.status !== undefined)
    return rejected('INVALID_STATE', 'A partnership with this id exists already: propose a new one under a new id.', {
      currentState: state.lifecycle.status,
    });
  if (!facts.companyKnown)
    return rejected('COMPANY_UNKNOWN', `There is no company ${companyId}: use RegisterPartnerCompany first.`);
  const refusal = predecessorPartnershipId === undefined ? undefined : refusePredecessor(facts.predecessorStatus);
  if (refusal !== undefined) return refusal;
  return accepted({
    type: 'PartnershipProposed',
    occurredOn: command.proposedOn ?? command.occurredOn ?? context.today,
    data: {
      companyId,
      category,
      strategicRationale,
      ...(predecessorPartnershipId === undefined ? {} : { predecessorPartnershipId }),
    },
  });
}

function refusePredecessor(
  status: PartnershipStatus | undefined,
): Decision<never, 'NOT_FOUND' | 'PARTNERSHIP_ALREADY_OPEN'> | undefined {
  if (status === undefined) return rejected('NOT_FOUND', 'There is no partnership with the predecessor’s id.');
  if (status === 'TERMINATED' || status === 'ABANDONED') return undefined;
  return rejected('PARTNERSHIP_ALREADY_OPEN', `The predecessor is still ${status}: continue it, or end it first.`);
}
