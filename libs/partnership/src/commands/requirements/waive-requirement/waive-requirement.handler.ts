import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { waiveRequirement } from './waive-requirement.js';
import type { WaiveRequirementInput } from './waive-requirement.input.js';

export class WaiveRequirementCommand extends PartnershipCommand<WaiveRequirementInput> {}

export const WaiveRequirementHandler = partnershipHandler(WaiveRequirementCommand, {
  facts: async (facts, _, state) => ({ programme: await facts.enrolledProgramme(state) }),
  decide: waiveRequirement,
});
