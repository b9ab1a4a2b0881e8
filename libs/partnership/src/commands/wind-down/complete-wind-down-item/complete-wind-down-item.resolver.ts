import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { CompleteWindDownItemCommand } from './complete-wind-down-item.handler.js';
import { CompleteWindDownItemInput } from './complete-wind-down-item.input.js';

export const CompleteWindDownItemResolver = partnershipMutation({
  name: 'completeWindDownItem',
  description: 'Says that a thing that remained to be done is done; each side completes its own items.',
  input: CompleteWindDownItemInput,
  message: CompleteWindDownItemCommand,
  records: ['WindDownItemCompleted'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'PARTNER_REP'],
});
