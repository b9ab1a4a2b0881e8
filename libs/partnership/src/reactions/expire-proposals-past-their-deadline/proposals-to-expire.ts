import type { CalendarDate } from '#calendar';

/** An open proposal with its last day for an answer. */
export interface WaitingProposal {
  readonly partnershipId: string;
  readonly proposal?: { readonly proposalId: string; readonly acceptBy: CalendarDate };
}

/** What `ExpireProposal` is sent for. */
export interface ProposalToExpire {
  readonly partnershipId: string;
  readonly proposalId: string;
}

/** The proposals whose last day for an answer has passed; on the day itself an answer still counts (domain.md 2.12). */
export function proposalsToExpire(
  waiting: readonly WaitingProposal[],
  today: CalendarDate,
): readonly ProposalToExpire[] {
  return waiting.flatMap(({ partnershipId, proposal }) =>
    proposal !== undefined && proposal.acceptBy < today ? [{ partnershipId, proposalId: proposal.proposalId }] : [],
  );
}
