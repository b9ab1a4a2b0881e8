import { personMutation } from '../../../person-mutation.resolver.js';
import { ErasePersonDataCommand } from './erase-person-data.handler.js';
import { ErasePersonDataInput } from './erase-person-data.input.js';

export const ErasePersonDataResolver = personMutation({
  name: 'erasePersonData',
  description: 'Erases personal data for good; what a retention duty keeps is restricted instead. The history stays.',
  input: ErasePersonDataInput,
  message: ErasePersonDataCommand,
  records: ['PersonDataErased'],
  roles: ['COMPLIANCE'],
});
