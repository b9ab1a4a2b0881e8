import { personMutation } from '../../../person-mutation.resolver.js';
import { UpdateContactPersonDataCommand } from './update-contact-person-data.handler.js';
import { UpdateContactPersonDataInput } from './update-contact-person-data.input.js';

export const UpdateContactPersonDataResolver = personMutation({
  name: 'updateContactPersonData',
  description: 'Changes what the person vault holds; the history names only which fields changed.',
  input: UpdateContactPersonDataInput,
  message: UpdateContactPersonDataCommand,
  records: ['ContactPersonDataUpdated'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
