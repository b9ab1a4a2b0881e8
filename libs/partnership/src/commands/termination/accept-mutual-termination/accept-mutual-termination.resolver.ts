import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AcceptMutualTerminationCommand } from './accept-mutual-termination.handler.js';
import { AcceptMutualTerminationInput } from './accept-mutual-termination.input.js';

export const AcceptMutualTerminationResolver = partnershipMutation({
  name: 'acceptMutualTermination',
  description: 'Consents to an offer on its very terms: the end is agreed and the wind-down begins.',
  input: AcceptMutualTerminationInput,
  message: AcceptMutualTerminationCommand,
  records: ['MutualTerminationAccepted', 'WindDownBegun'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'EXECUTIVE', 'PARTNER_REP'],
});
