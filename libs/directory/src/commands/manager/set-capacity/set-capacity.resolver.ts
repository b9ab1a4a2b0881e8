import { managerMutation } from '../../../manager-mutation.resolver.js';
import { SetCapacityCommand } from './set-capacity.handler.js';
import { SetCapacityInput } from './set-capacity.input.js';

export const SetCapacityResolver = managerMutation({
  name: 'setCapacity',
  description: 'Sets how many partnerships a partner manager can look after.',
  input: SetCapacityInput,
  message: SetCapacityCommand,
  records: ['CapacitySet'],
  roles: ['HEAD_OF_PARTNERING'],
});
