import { addDays, type CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import { type Rejected, rejected } from '#event-sourcing';
import type { PartnershipEventNamed } from './events.js';
import type { PartnershipState } from './state.js';
import type { TerminationProposal } from './state/termination.js';

/** The offer that waits for an answer, or the refusal because there is none with this id (`NOT_FOUND`) or it is closed. */
export function openProposal(
  state: PartnershipState,
  proposalId: string,
):
  | { readonly proposal: TerminationProposal; readonly refusal?: never }
  | { readonly refusal: Rejected<'NOT_FOUND' | 'PROPOSAL_NOT_OPEN'>; readonly proposal?: never } {
  const proposal = state.termination.proposals[proposalId];
  if (proposal === undefined)
    return { refusal: rejected('NOT_FOUND', `This partnership has no termination proposal ${proposalId}.`) };
  if (proposal.status === 'OPEN') return { proposal };
  const message = `Proposal ${proposalId} is ${proposal.status}: make a new proposal instead.`;
  return { refusal: rejected('PROPOSAL_NOT_OPEN', message, { details: [{ code: proposal.status, message }] }) };
}

/** `OWN_PROPOSAL` when the side that made the offer answers it. */
export function refuseOwnProposal(proposal: TerminationProposal, side: Side): Rejected<'OWN_PROPOSAL'> | undefined {
  if (proposal.proposingSide !== side) return undefined;
  return rejected(
    'OWN_PROPOSAL',
    `Side ${side} made this proposal: the other side answers it, ${side} can withdraw it.`,
  );
}

/** `VALIDATION_FAILED` for a declaration about an offer on a day before the offer was made. `path` names the input. */
export function refuseBeforeOffer(
  proposal: TerminationProposal,
  declaredOn: CalendarDate,
  path: string,
): Rejected<'VALIDATION_FAILED'> | undefined {
  const { declaredOn: offeredOn } = proposal.consent;
  if (declaredOn >= offeredOn) return undefined;
  const message = `The proposal was made on ${offeredOn}: give a ${path} from that day on, not ${declaredOn}.`;
  return rejected('VALIDATION_FAILED', message, { details: [{ code: 'BEFORE_PROPOSAL', message, path }] });
}

/**
 * `PROPOSAL_NOT_OPEN` for a declaration after the last day for an answer: the offer is void by then, whether or not the
 * scheduler has said so yet (domain.md 2.12).
 */
export function refuseAfterDeadline(
  { proposalId, acceptBy }: TerminationProposal,
  declaredOn: CalendarDate,
): Rejected<'PROPOSAL_NOT_OPEN'> | undefined {
  if (declaredOn <= acceptBy) return undefined;
  const message = `Proposal ${proposalId} could be answered until ${acceptBy} and is void: make a new proposal instead.`;
  return rejected('PROPOSAL_NOT_OPEN', message, { details: [{ code: 'EXPIRED', message }] });
}

/** The fact that nobody answered in time; it happened on the day after the last day for an answer. */
export function expired(proposal: TerminationProposal): PartnershipEventNamed<'MutualTerminationProposalExpired'> {
  const on = addDays(proposal.acceptBy, 1);
  return {
    type: 'MutualTerminationProposalExpired',
    occurredOn: on,
    data: { proposalId: proposal.proposalId, side: proposal.proposingSide, on },
  };
}
