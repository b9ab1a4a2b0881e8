import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { CounterProposeMutualTerminationCommand } from './counter-propose-mutual-termination.handler.js';
import { CounterProposeMutualTerminationInput } from './counter-propose-mutual-termination.input.js';

export const CounterProposeMutualTerminationResolver = partnershipMutation({
  name: 'counterProposeMutualTermination',
  description: 'Answers an offer with other terms: the old offer is off the table, a new one is on it.',
  input: CounterProposeMutualTerminationInput,
  message: CounterProposeMutualTerminationCommand,
  records: ['MutualTerminationCounterProposed'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'PARTNER_REP'],
});
