import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ExpireProposalCommand } from './expire-proposal.handler.js';
import { ExpireProposalInput } from './expire-proposal.input.js';

export const ExpireProposalResolver = partnershipMutation({
  name: 'expireProposal',
  description: 'Records that nobody answered an offer in time. The scheduler does this by itself.',
  input: ExpireProposalInput,
  message: ExpireProposalCommand,
  records: ['MutualTerminationProposalExpired'],
  roles: ['SYSTEM'],
});
