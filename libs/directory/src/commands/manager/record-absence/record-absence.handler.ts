import { ManagerCommand, managerHandler } from '../../../manager-command.handler.js';
import { recordAbsence } from './record-absence.js';
import type { RecordAbsenceInput } from './record-absence.input.js';

export class RecordAbsenceCommand extends ManagerCommand<RecordAbsenceInput> {}

export const RecordAbsenceHandler = managerHandler(RecordAbsenceCommand, {
  facts: async (facts, { deputyManagerId }) => ({
    deputy: deputyManagerId === undefined ? undefined : await facts.manager(deputyManagerId),
  }),
  decide: recordAbsence,
});
