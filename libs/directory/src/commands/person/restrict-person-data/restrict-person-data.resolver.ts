import { personMutation } from '../../../person-mutation.resolver.js';
import { RestrictPersonDataCommand } from './restrict-person-data.handler.js';
import { RestrictPersonDataInput } from './restrict-person-data.input.js';

export const RestrictPersonDataResolver = personMutation({
  name: 'restrictPersonData',
  description: 'Keeps personal data without using it any more (Art. 18 GDPR).',
  input: RestrictPersonDataInput,
  message: RestrictPersonDataCommand,
  records: ['PersonDataRestricted'],
  roles: ['COMPLIANCE'],
});
