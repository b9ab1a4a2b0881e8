import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { accepted, type Decision, type DecisionContext, type Rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import {
  type DeclarationFacts,
  refuseDeclarer,
  refuseForeignSide,
  refuseWithoutEvidence,
} from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import {
  openProposal,
  refuseAfterDeadline,
  refuseBeforeOffer,
  refuseOwnProposal,
} from '../../../domain/open-proposal.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { TerminationProposal } from '../../../domain/state/termination.js';
import type { FileRef } from '../../../domain/vocabulary.js';

/** Decline an offer to end the partnership (domain.md 2.8). */
export interface RejectMutualTermination {
  /** The day of the declaration; today unless given. */
  readonly occurredOn?: CalendarDate;
  readonly proposalId: string;
  readonly side: Side;
  /** The person of that side who declares it. */
  readonly declaredBy: string;
  readonly reason?: string;
  /** The document it rests on; needed when the own side records it for the partner. */
  readonly fileRef?: FileRef;
}

/**
 * Decides a rejection: only the other side can decline; recorded on its behalf by the own side only with a document. The
 * partnership stays as it was.
 */
export function rejectMutualTermination(
  command: RejectMutualTermination,
  state: PartnershipState,
  context: DecisionContext,
  facts: DeclarationFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { proposalId, side, declaredBy, reason, fileRef, occurredOn = context.today } = command;
  const stateRefusal = refuseInState(state, 'RejectMutualTermination');
  if (stateRefusal !== undefined) return stateRefusal;
  const { proposal, refusal } = openProposal(state, proposalId);
  if (refusal !== undefined) return refusal;
  const answerRefusal = refuseAnswer(command, proposal, occurredOn, state, context, facts);
  if (answerRefusal !== undefined) return answerRefusal;
  return accepted<PartnershipEvent>({
    type: 'MutualTerminationRejected',
    occurredOn,
    data: {
      proposalId,
      side,
      declaredBy,
      on: occurredOn,
      ...(reason === undefined ? {} : { reason }),
      ...(fileRef === undefined ? {} : { fileRef }),
    },
  });
}

function refuseAnswer(
  { side, fileRef }: RejectMutualTermination,
  proposal: TerminationProposal,
  occurredOn: CalendarDate,
  state: PartnershipState,
  { actor }: DecisionContext,
  { declarer }: DeclarationFacts,
): Rejected<PartnershipRejectionCode> | undefined {
  return (
    refuseForeignSide(actor, side) ??
    refuseOwnProposal(proposal, side) ??
    refuseDeclarer(state, side, declarer, occurredOn) ??
    refuseWithoutEvidence(actor, side, fileRef) ??
    refuseBeforeOffer(proposal, occurredOn, 'occurredOn') ??
    refuseAfterDeadline(proposal, occurredOn)
  );
}
