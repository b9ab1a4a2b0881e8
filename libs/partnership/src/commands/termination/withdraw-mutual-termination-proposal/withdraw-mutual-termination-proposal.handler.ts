import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { WithdrawMutualTerminationProposalInput } from './withdraw-mutual-termination-proposal.input.js';
import { type WithdrawalFacts, withdrawMutualTerminationProposal } from './withdraw-mutual-termination-proposal.js';

export class WithdrawMutualTerminationProposalCommand extends PartnershipCommand<WithdrawMutualTerminationProposalInput> {}

export const WithdrawMutualTerminationProposalHandler = partnershipHandler(WithdrawMutualTerminationProposalCommand, {
  facts: async (facts, { declaredBy, otherSideAgreement: agreement }): Promise<WithdrawalFacts> => ({
    declarer: await facts.person(declaredBy),
    ...(agreement === undefined ? {} : { agreeing: await facts.person(agreement.personId) }),
  }),
  decide: withdrawMutualTerminationProposal,
});
