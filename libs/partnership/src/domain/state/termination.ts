import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import type { Consent, TerminationTerms } from '../events/termination-fields.js';
import type { ChapterFold } from './chapter-fold.js';

/** Where an offer to end the partnership stands; only OPEN can change (domain.md 2.2, sub-machine TerminationProposal). */
export type ProposalStatus = 'OPEN' | 'ACCEPTED' | 'REJECTED' | 'SUPERSEDED' | 'WITHDRAWN' | 'EXPIRED';

/** An offer to end the partnership by mutual agreement; its consent is the first of the two. */
export interface TerminationProposal {
  readonly proposalId: string;
  readonly status: ProposalStatus;
  /** 1 for a fresh proposal, one more for each counter-proposal. */
  readonly round: number;
  readonly proposingSide: Side;
  /** The side whose proposal was the first of these rounds. */
  readonly initiatorSide: Side;
  readonly terms: TerminationTerms;
  readonly termsHash: string;
  /** The last day on which an acceptance counts (I-15). */
  readonly acceptBy: CalendarDate;
  readonly binding: boolean;
  readonly consent: Consent;
}

/** What decisions need to know of: proposal, counter-proposal, consent, rejection, withdrawal and expiry of an end by mutual agreement. */
export interface TerminationState {
  readonly proposals: Readonly<Record<string, TerminationProposal>>;
  /** At most one (I-13). */
  readonly openProposalId?: string;
  /** Both consents, once there is an agreement. */
  readonly agreed?: {
    readonly proposalId: string;
    readonly initiatorSide: Side;
    readonly firstConsent: Consent;
    readonly secondConsent: Consent;
  };
}

export const initialTermination: TerminationState = { proposals: {} };

export const foldTermination = {
  MutualTerminationProposed: (state, { data }) => opened(state, { ...data, initiatorSide: data.proposingSide }),
  MutualTerminationCounterProposed: (state, { data }) => {
    const superseded = state.proposals[data.supersedesProposalId];
    const initiatorSide = superseded?.initiatorSide ?? data.proposingSide;
    return opened(closed(state, data.supersedesProposalId, 'SUPERSEDED'), { ...data, initiatorSide });
  },
  MutualTerminationAccepted: (state, { data }) => {
    const proposal = state.proposals[data.proposalId];
    if (proposal === undefined) return state;
    return {
      ...closed(state, data.proposalId, 'ACCEPTED'),
      agreed: {
        proposalId: data.proposalId,
        initiatorSide: proposal.initiatorSide,
        firstConsent: proposal.consent,
        secondConsent: data.consent,
      },
    };
  },
  MutualTerminationRejected: (state, { data }) => closed(state, data.proposalId, 'REJECTED'),
  MutualTerminationProposalWithdrawn: (state, { data }) => closed(state, data.proposalId, 'WITHDRAWN'),
  MutualTerminationProposalExpired: (state, { data }) => closed(state, data.proposalId, 'EXPIRED'),
} satisfies ChapterFold<TerminationState>;

function opened(state: TerminationState, offer: Omit<TerminationProposal, 'status'>): TerminationState {
  const { proposalId, round, proposingSide, initiatorSide, terms, termsHash, acceptBy, binding, consent } = offer;
  const proposal: TerminationProposal = {
    proposalId,
    status: 'OPEN',
    round,
    proposingSide,
    initiatorSide,
    terms,
    termsHash,
    acceptBy,
    binding,
    consent,
  };
  return { ...state, proposals: { ...state.proposals, [proposalId]: proposal }, openProposalId: proposalId };
}

function closed(state: TerminationState, proposalId: string, status: ProposalStatus): TerminationState {
  const proposal = state.proposals[proposalId];
  if (proposal === undefined) return state;
  const { openProposalId, ...rest } = state;
  return {
    ...rest,
    ...(openProposalId === undefined || openProposalId === proposalId ? {} : { openProposalId }),
    proposals: { ...state.proposals, [proposalId]: { ...proposal, status } },
  };
}
