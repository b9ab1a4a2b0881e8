import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { recordRequirementEvidence } from './record-requirement-evidence.js';
import type { RecordRequirementEvidenceInput } from './record-requirement-evidence.input.js';

export class RecordRequirementEvidenceCommand extends PartnershipCommand<RecordRequirementEvidenceInput> {}

export const RecordRequirementEvidenceHandler = partnershipHandler(RecordRequirementEvidenceCommand, {
  facts: async (facts, { holderPersonId }, state) => ({
    programme: await facts.enrolledProgramme(state),
    persons: await facts.persons(holderPersonId === undefined ? [] : [holderPersonId]),
  }),
  decide: recordRequirementEvidence,
});
