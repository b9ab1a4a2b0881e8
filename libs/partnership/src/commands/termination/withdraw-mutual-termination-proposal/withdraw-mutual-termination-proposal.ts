import type { CalendarDate } from '#calendar';
import type { PersonFacts, Side } from '#directory/domain';
import {
  accepted,
  refuseFutureDate,
  type Decision,
  type DecisionContext,
  type Rejected,
  rejected,
} from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import {
  type DeclarationFacts,
  otherSide,
  refuseDeclarer,
  refuseForeignSide,
  refuseWithoutEvidence,
} from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { openProposal, refuseAfterDeadline, refuseBeforeOffer } from '../../../domain/open-proposal.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import type { TerminationProposal } from '../../../domain/state/termination.js';
import type { FileRef } from '../../../domain/vocabulary.js';

/** Take an offer back before it is accepted (domain.md 2.8). */
export interface WithdrawMutualTerminationProposal {
  /** The day of the declaration; today unless given. */
  readonly occurredOn?: CalendarDate;
  readonly proposalId: string;
  readonly side: Side;
  /** The person of that side who declares it. */
  readonly declaredBy: string;
  readonly reason: string;
  /** The document it rests on; needed when the own side records it for the partner. */
  readonly fileRef?: FileRef;
  /** That the other side lets a binding offer go: who declared it, when, in which document. */
  readonly otherSideAgreement?: {
    readonly personId: string;
    readonly declaredOn: CalendarDate;
    readonly fileRef: FileRef;
  };
}

/** Who declares, and who agreed for the other side where that is claimed. */
export interface WithdrawalFacts extends DeclarationFacts {
  readonly agreeing?: PersonFacts | undefined;
}

/** Decides a withdrawal: only the proposing side; a binding offer only with the other side's recorded agreement. */
export function withdrawMutualTerminationProposal(
  command: WithdrawMutualTerminationProposal,
  state: PartnershipState,
  context: DecisionContext,
  facts: WithdrawalFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { proposalId, side, declaredBy, reason, fileRef, otherSideAgreement, occurredOn = context.today } = command;
  const stateRefusal = refuseInState(state, 'WithdrawMutualTerminationProposal');
  if (stateRefusal !== undefined) return stateRefusal;
  const { proposal, refusal } = openProposal(state, proposalId);
  if (refusal !== undefined) return refusal;
  const withdrawalRefusal = refuseWithdrawal(command, proposal, occurredOn, state, context, facts);
  if (withdrawalRefusal !== undefined) return withdrawalRefusal;
  return accepted<PartnershipEvent>({
    type: 'MutualTerminationProposalWithdrawn',
    occurredOn,
    data: {
      proposalId,
      side,
      declaredBy,
      on: occurredOn,
      reason,
      ...(fileRef === undefined ? {} : { fileRef }),
      ...(otherSideAgreement === undefined ? {} : { otherSideAgreement }),
    },
  });
}

function refuseWithdrawal(
  command: WithdrawMutualTerminationProposal,
  proposal: TerminationProposal,
  occurredOn: CalendarDate,
  state: PartnershipState,
  { actor, today }: DecisionContext,
  facts: WithdrawalFacts,
): Rejected<PartnershipRejectionCode> | undefined {
  const { side, fileRef } = command;
  return (
    refuseForeignSide(actor, side) ??
    refuseUnlessProposer(proposal, side) ??
    refuseDeclarer(state, side, facts.declarer, occurredOn) ??
    refuseWithoutEvidence(actor, side, fileRef) ??
    refuseBeforeOffer(proposal, occurredOn, 'occurredOn') ??
    refuseAfterDeadline(proposal, occurredOn) ??
    refuseFutureDate(command.otherSideAgreement?.declaredOn, today, 'otherSideAgreement.declaredOn') ??
    refuseIfBound(command, proposal, state, facts)
  );
}

function refuseUnlessProposer(proposal: TerminationProposal, side: Side): Rejected<'NOT_PROPOSER'> | undefined {
  const { proposingSide } = proposal;
  if (proposingSide === side) return undefined;
  return rejected('NOT_PROPOSER', `Side ${proposingSide} made this proposal: side ${side} can reject it instead.`);
}

/** § 145 BGB: an offer that was not declared revocable binds whoever made it. */
function refuseIfBound(
  { otherSideAgreement }: WithdrawMutualTerminationProposal,
  proposal: TerminationProposal,
  state: PartnershipState,
  { agreeing }: WithdrawalFacts,
): Rejected<PartnershipRejectionCode> | undefined {
  if (otherSideAgreement !== undefined)
    return refuseDeclarer(state, otherSide(proposal.proposingSide), agreeing, otherSideAgreement.declaredOn);
  if (!proposal.binding) return undefined;
  const message = `The offer binds until ${proposal.acceptBy}: record the other side's agreement in otherSideAgreement, or wait.`;
  return rejected('BINDING_OFFER', message, {
    details: [{ code: 'BINDING_OFFER', message, path: 'otherSideAgreement' }],
  });
}
