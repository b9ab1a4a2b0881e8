import { ManagerCommand, managerHandler } from '../../../manager-command.handler.js';
import { endAbsence } from './end-absence.js';
import type { EndAbsenceInput } from './end-absence.input.js';

export class EndAbsenceCommand extends ManagerCommand<EndAbsenceInput> {}

export const EndAbsenceHandler = managerHandler(EndAbsenceCommand, {
  decide: endAbsence,
});
