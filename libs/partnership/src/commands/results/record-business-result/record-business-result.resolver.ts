import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RecordBusinessResultCommand } from './record-business-result.handler.js';
import { RecordBusinessResultInput } from './record-business-result.input.js';

export const RecordBusinessResultResolver = partnershipMutation({
  name: 'recordBusinessResult',
  description: 'Records what the partnership brought: a deal won or lost, a delivered project, a reference.',
  input: RecordBusinessResultInput,
  message: RecordBusinessResultCommand,
  records: ['BusinessResultRecorded'],
  roles: [...ownStaff, 'SYSTEM'],
});
