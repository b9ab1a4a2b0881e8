import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RevokeRequirementEvidenceCommand } from './revoke-requirement-evidence.handler.js';
import { RevokeRequirementEvidenceInput } from './revoke-requirement-evidence.input.js';

export const RevokeRequirementEvidenceResolver = partnershipMutation({
  name: 'revokeRequirementEvidence',
  description: 'Makes a piece of evidence stop counting, as when the certified person leaves.',
  input: RevokeRequirementEvidenceInput,
  message: RevokeRequirementEvidenceCommand,
  records: ['RequirementEvidenceRevoked'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
