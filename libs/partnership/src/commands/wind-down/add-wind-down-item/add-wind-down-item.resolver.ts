import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AddWindDownItemCommand } from './add-wind-down-item.handler.js';
import { AddWindDownItemInput } from './add-wind-down-item.input.js';

export const AddWindDownItemResolver = partnershipMutation({
  name: 'addWindDownItem',
  description: 'Puts one more thing on the list of what remains to be done before the conclusion.',
  input: AddWindDownItemInput,
  message: AddWindDownItemCommand,
  records: ['WindDownItemAdded'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
