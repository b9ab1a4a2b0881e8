import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RejectMutualTerminationCommand } from './reject-mutual-termination.handler.js';
import { RejectMutualTerminationInput } from './reject-mutual-termination.input.js';

export const RejectMutualTerminationResolver = partnershipMutation({
  name: 'rejectMutualTermination',
  description: 'Declines an offer to end the partnership, which stays as it was.',
  input: RejectMutualTerminationInput,
  message: RejectMutualTerminationCommand,
  records: ['MutualTerminationRejected'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'PARTNER_REP'],
});
