import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { expired, openProposal } from '../../../domain/open-proposal.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Record that nobody answered an offer in time; sent by the scheduler (domain.md 2.8, 2.12). */
export interface ExpireProposal {
  readonly proposalId: string;
}

/** Decides an expiry: only after the last day for an answer. It happened on the day after, however late it is recorded. */
export function expireProposal(
  command: ExpireProposal,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const stateRefusal = refuseInState(state, 'ExpireProposal');
  if (stateRefusal !== undefined) return stateRefusal;
  const { proposal, refusal } = openProposal(state, command.proposalId);
  if (refusal !== undefined) return refusal;
  if (proposal.acceptBy < context.today) return accepted<PartnershipEvent>(expired(proposal));
  const message = `Proposal ${proposal.proposalId} can be answered until ${proposal.acceptBy}: expire it after that day.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'ANSWER_STILL_POSSIBLE', message, path: 'proposalId' }],
  });
}
