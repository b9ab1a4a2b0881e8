import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { revokeRequirementEvidence } from './revoke-requirement-evidence.js';
import type { RevokeRequirementEvidenceInput } from './revoke-requirement-evidence.input.js';

export class RevokeRequirementEvidenceCommand extends PartnershipCommand<RevokeRequirementEvidenceInput> {}

export const RevokeRequirementEvidenceHandler = partnershipHandler(RevokeRequirementEvidenceCommand, {
  decide: revokeRequirementEvidence,
});
