import { ManagerCommand, managerHandler } from '../../../manager-command.handler.js';
import { setCapacity } from './set-capacity.js';
import type { SetCapacityInput } from './set-capacity.input.js';

export class SetCapacityCommand extends ManagerCommand<SetCapacityInput> {}

export const SetCapacityHandler = managerHandler(SetCapacityCommand, {
  decide: setCapacity,
});
