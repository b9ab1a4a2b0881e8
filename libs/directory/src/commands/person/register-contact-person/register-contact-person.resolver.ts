import { personMutation } from '../../../person-mutation.resolver.js';
import { RegisterContactPersonCommand } from './register-contact-person.handler.js';
import { RegisterContactPersonInput } from './register-contact-person.input.js';

export const RegisterContactPersonResolver = personMutation({
  name: 'registerContactPerson',
  description: 'Makes a contact person known. Name and addresses go to the person vault, never into the history.',
  input: RegisterContactPersonInput,
  message: RegisterContactPersonCommand,
  records: ['ContactPersonRegistered'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'SYSTEM'],
});
