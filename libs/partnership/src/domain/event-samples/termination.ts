import type { PartnershipEventNamed } from '../events.js';
import type { TerminationTerms } from '../events/termination-fields.js';
import { termsHash } from '../terms-hash.js';
import { signedLetter } from './ending-people.js';

/** What the own side offers: the end on 30 June. */
export const offeredTerms: TerminationTerms = {
  endsOn: '2026-06-30',
  windDownItems: [],
  customerHandover: { count: 9, target: 'OWN' },
  openDealsRule: 'Deals registered before the end are closed by whoever registered them.',
  finalSettlement: { text: 'Commissions for deals won before the end are paid within 30 days.' },
  compensationClause: { section89bAssessment: 'OPEN' },
  confidentialityMonths: 24,
  publicStatement: 'Both companies part on good terms.',
  reasonCode: 'STRATEGY_DIVERGED',
  form: 'WRITTEN',
};

/** What the partner wants instead: the end on 30 September, and 14 customers stay with it. */
export const counterTerms: TerminationTerms = {
  ...offeredTerms,
  endsOn: '2026-09-30',
  windDownItems: [{ kind: 'CUSTOMER_HANDOVER', ownerSide: 'PARTNER', dueOn: '2026-09-15', mandatory: true }],
  customerHandover: { count: 14, target: 'PARTNER' },
};

/** The own side offers to end the partnership; the answer is due within four weeks. */
export const mutualTerminationProposed: PartnershipEventNamed<'MutualTerminationProposed'> = {
  type: 'MutualTerminationProposed',
  occurredOn: '2026-03-02',
  data: {
    proposalId: 'tpr_own',
    proposingSide: 'OWN',
    terms: offeredTerms,
    termsHash: termsHash(offeredTerms),
    acceptBy: '2026-04-15',
    binding: false,
    consent: {
      side: 'OWN',
      personId: 'prs_own',
      declaredOn: '2026-03-02',
      authority: 'PROKURA',
      form: 'WRITTEN',
    },
    approverId: 'carla',
    round: 1,
  },
};

/** The partner answers with terms of its own. */
export const mutualTerminationCounterProposed: PartnershipEventNamed<'MutualTerminationCounterProposed'> = {
  type: 'MutualTerminationCounterProposed',
  occurredOn: '2026-03-16',
  data: {
    proposalId: 'tpr_partner',
    proposingSide: 'PARTNER',
    terms: counterTerms,
    termsHash: termsHash(counterTerms),
    acceptBy: '2026-04-30',
    binding: true,
    consent: {
      side: 'PARTNER',
      personId: 'prs_partner',
      declaredOn: '2026-03-16',
      authority: 'STATUTORY',
      form: 'WRITTEN',
      fileRef: signedLetter,
    },
    round: 2,
    supersedesProposalId: 'tpr_own',
  },
};

/** The own side consents to the partner's terms. */
export const mutualTerminationAccepted: PartnershipEventNamed<'MutualTerminationAccepted'> = {
  type: 'MutualTerminationAccepted',
  occurredOn: '2026-03-31',
  data: {
    proposalId: 'tpr_partner',
    termsHash: termsHash(counterTerms),
    consent: {
      side: 'OWN',
      personId: 'prs_own',
      declaredOn: '2026-03-31',
      authority: 'PROKURA',
      form: 'WRITTEN',
    },
    firstConsent: { side: 'PARTNER', personId: 'prs_partner', declaredOn: '2026-03-16' },
    endsOn: '2026-09-30',
  },
};

/** The partner declines the own side's offer. */
export const mutualTerminationRejected: PartnershipEventNamed<'MutualTerminationRejected'> = {
  type: 'MutualTerminationRejected',
  occurredOn: '2026-03-31',
  data: {
    proposalId: 'tpr_own',
    side: 'PARTNER',
    declaredBy: 'prs_partner',
    on: '2026-03-31',
    reason: 'Two deals are about to close.',
  },
};

/** The own side takes its offer back. */
export const mutualTerminationProposalWithdrawn: PartnershipEventNamed<'MutualTerminationProposalWithdrawn'> = {
  type: 'MutualTerminationProposalWithdrawn',
  occurredOn: '2026-03-31',
  data: {
    proposalId: 'tpr_own',
    side: 'OWN',
    declaredBy: 'prs_own',
    on: '2026-03-31',
    reason: 'A new plan was agreed in the review.',
  },
};

/** Nobody answered the own side's offer. */
export const mutualTerminationProposalExpired: PartnershipEventNamed<'MutualTerminationProposalExpired'> = {
  type: 'MutualTerminationProposalExpired',
  occurredOn: '2026-04-16',
  data: { proposalId: 'tpr_own', side: 'OWN', on: '2026-04-16' },
};
