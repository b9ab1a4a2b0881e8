import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { WithdrawMutualTerminationProposalCommand } from './withdraw-mutual-termination-proposal.handler.js';
import { WithdrawMutualTerminationProposalInput } from './withdraw-mutual-termination-proposal.input.js';

export const WithdrawMutualTerminationProposalResolver = partnershipMutation({
  name: 'withdrawMutualTerminationProposal',
  description: 'Takes an offer to end the partnership back before it is accepted; the partnership stays as it was.',
  input: WithdrawMutualTerminationProposalInput,
  message: WithdrawMutualTerminationProposalCommand,
  records: ['MutualTerminationProposalWithdrawn'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'PARTNER_REP'],
});
