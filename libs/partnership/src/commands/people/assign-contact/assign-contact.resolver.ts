import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AssignContactCommand } from './assign-contact.handler.js';
import { AssignContactInput } from './assign-contact.input.js';

export const AssignContactResolver = partnershipMutation({
  name: 'assignContact',
  description:
    'Makes a person the one responsible contact of a side and ends the predecessor’s duty on the same day. A partner representative names the contact of the own company, with the day on which that person accepted.',
  input: AssignContactInput,
  message: AssignContactCommand,
  records: ['ContactAssigned', 'ContactRelieved'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'PARTNER_REP', 'SYSTEM'],
});
