import { managerMutation } from '../../../manager-mutation.resolver.js';
import { RecordAbsenceCommand } from './record-absence.handler.js';
import { RecordAbsenceInput } from './record-absence.input.js';

export const RecordAbsenceResolver = managerMutation({
  name: 'recordAbsence',
  description: 'Records when a partner manager is away, and who stands in.',
  input: RecordAbsenceInput,
  message: RecordAbsenceCommand,
  records: ['AbsenceRecorded'],
  roles: ['HEAD_OF_PARTNERING', 'PARTNER_MANAGER'],
});
