import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RelieveContactCommand } from './relieve-contact.handler.js';
import { RelieveContactInput } from './relieve-contact.input.js';

export const RelieveContactResolver = partnershipMutation({
  name: 'relieveContact',
  description:
    'Ends the duty of a side’s responsible contact without a successor; never refused because of the vacancy, which it warns of.',
  input: RelieveContactInput,
  message: RelieveContactCommand,
  records: ['ContactRelieved'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
