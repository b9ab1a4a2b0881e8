import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { DeclarationFacts } from '../../../domain/declaration.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { expired } from '../../../domain/open-proposal.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { decideOffer, type TerminationOffer } from '../../../domain/termination-offer.js';

/** Offer to end the partnership by mutual agreement (domain.md 2.8). */
export type ProposeMutualTermination = TerminationOffer;

/**
 * Decides a proposal. It is the first of the two consents. An older offer whose last day for an answer has passed does
 * not stand in the way: it expires along with this decision, so that a late scheduler changes nothing.
 */
export function proposeMutualTermination(
  command: ProposeMutualTermination,
  state: PartnershipState,
  context: DecisionContext,
  facts: DeclarationFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? context.today;
  const refusal = refuseInState(state, 'ProposeMutualTermination') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const { openProposalId = '', proposals } = state.termination;
  const open = proposals[openProposalId];
  if (open !== undefined && open.acceptBy >= occurredOn) return proposalOpen(openProposalId, open.acceptBy);
  const { data, refusal: offerRefusal } = decideOffer(command, state, context, facts);
  if (offerRefusal !== undefined) return offerRefusal;
  return accepted<PartnershipEvent>(...(open === undefined ? [] : [expired(open)]), {
    type: 'MutualTerminationProposed',
    occurredOn,
    data: { ...data, round: 1 },
  });
}

function proposalOpen(proposalId: string, acceptBy: string): Rejected<'PROPOSAL_OPEN'> {
  const message = `Proposal ${proposalId} is open until ${acceptBy}: answer or withdraw it, or make a counter-proposal.`;
  return rejected('PROPOSAL_OPEN', message, { details: [{ code: 'PROPOSAL_OPEN', message }] });
}
