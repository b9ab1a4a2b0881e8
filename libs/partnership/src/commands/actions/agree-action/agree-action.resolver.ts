import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AgreeActionCommand } from './agree-action.handler.js';
import { AgreeActionInput } from './agree-action.input.js';

export const AgreeActionResolver = partnershipMutation({
  name: 'agreeAction',
  description: 'Agrees an action between reviews: one side owns it, one person is responsible, it is due on a day.',
  input: AgreeActionInput,
  message: AgreeActionCommand,
  records: ['ActionAgreed'],
  roles: ownStaff,
});
