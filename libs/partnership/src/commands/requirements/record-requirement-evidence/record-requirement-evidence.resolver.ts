import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RecordRequirementEvidenceCommand } from './record-requirement-evidence.handler.js';
import { RecordRequirementEvidenceInput } from './record-requirement-evidence.input.js';

export const RecordRequirementEvidenceResolver = partnershipMutation({
  name: 'recordRequirementEvidence',
  description: 'Records a document or record that shows that a requirement of the programme is met.',
  input: RecordRequirementEvidenceInput,
  message: RecordRequirementEvidenceCommand,
  records: ['RequirementEvidenceRecorded'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
