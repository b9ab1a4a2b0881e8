import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { CancelActionCommand } from './cancel-action.handler.js';
import { CancelActionInput } from './cancel-action.input.js';

export const CancelActionResolver = partnershipMutation({
  name: 'cancelAction',
  description: 'Gives an open action up.',
  input: CancelActionInput,
  message: CancelActionCommand,
  records: ['ActionCancelled'],
  roles: ownStaff,
});
