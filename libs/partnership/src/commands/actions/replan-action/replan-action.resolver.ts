import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ReplanActionCommand } from './replan-action.handler.js';
import { ReplanActionInput } from './replan-action.input.js';

export const ReplanActionResolver = partnershipMutation({
  name: 'replanAction',
  description: 'Gives an open action another due date, and counts that.',
  input: ReplanActionInput,
  message: ReplanActionCommand,
  records: ['ActionReplanned'],
  roles: ownStaff,
});
