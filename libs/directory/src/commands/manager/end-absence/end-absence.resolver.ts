import { managerMutation } from '../../../manager-mutation.resolver.js';
import { EndAbsenceCommand } from './end-absence.handler.js';
import { EndAbsenceInput } from './end-absence.input.js';

export const EndAbsenceResolver = managerMutation({
  name: 'endAbsence',
  description: 'Ends an absence, or cancels one that is planned.',
  input: EndAbsenceInput,
  message: EndAbsenceCommand,
  records: ['AbsenceEnded'],
  roles: ['HEAD_OF_PARTNERING', 'PARTNER_MANAGER'],
});
