import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { CompleteActionCommand } from './complete-action.handler.js';
import { CompleteActionInput } from './complete-action.input.js';

export const CompleteActionResolver = partnershipMutation({
  name: 'completeAction',
  description:
    'Says that an action is done. A partner representative says it only of actions that the partner side owns.',
  input: CompleteActionInput,
  message: CompleteActionCommand,
  records: ['ActionCompleted'],
  roles: [...ownStaff, 'PARTNER_REP'],
});
