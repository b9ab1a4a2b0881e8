import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ProposeMutualTerminationCommand } from './propose-mutual-termination.handler.js';
import { ProposeMutualTerminationInput } from './propose-mutual-termination.input.js';

export const ProposeMutualTerminationResolver = partnershipMutation({
  name: 'proposeMutualTermination',
  description:
    'Offers the other side to end the partnership on stated terms; the offer is the first of the two consents.',
  input: ProposeMutualTerminationInput,
  message: ProposeMutualTerminationCommand,
  records: ['MutualTerminationProposalExpired', 'MutualTerminationProposed'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'PARTNER_REP'],
});
