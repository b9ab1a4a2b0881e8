import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { DeclarationFacts } from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import {
  openProposal,
  refuseAfterDeadline,
  refuseBeforeOffer,
  refuseOwnProposal,
} from '../../../domain/open-proposal.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { decideOffer, type TerminationOffer } from '../../../domain/termination-offer.js';

/** Answer an offer with other terms: the old one is off the table, a new one is on it (domain.md 2.8, § 150 II BGB). */
export interface CounterProposeMutualTermination extends TerminationOffer {
  readonly proposalId: string;
}

/** Decides a counter-proposal: only the other side, the same rules as for a proposal, one round further. */
export function counterProposeMutualTermination(
  command: CounterProposeMutualTermination,
  state: PartnershipState,
  context: DecisionContext,
  facts: DeclarationFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? context.today;
  const stateRefusal = refuseInState(state, 'CounterProposeMutualTermination');
  if (stateRefusal !== undefined) return stateRefusal;
  const { proposal, refusal } = openProposal(state, command.proposalId);
  if (refusal !== undefined) return refusal;
  const answerRefusal =
    refuseOwnProposal(proposal, command.side) ??
    refuseBeforeOffer(proposal, occurredOn, 'occurredOn') ??
    refuseAfterDeadline(proposal, occurredOn);
  if (answerRefusal !== undefined) return answerRefusal;
  const { data, refusal: offerRefusal } = decideOffer(command, state, context, facts);
  if (offerRefusal !== undefined) return offerRefusal;
  return accepted<PartnershipEvent>({
    type: 'MutualTerminationCounterProposed',
    occurredOn,
    data: { ...data, round: proposal.round + 1, supersedesProposalId: proposal.proposalId },
  });
}
