import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { adoptRelationshipPlan } from './adopt-relationship-plan.js';
import type { AdoptRelationshipPlanInput } from './adopt-relationship-plan.input.js';

export class AdoptRelationshipPlanCommand extends PartnershipCommand<AdoptRelationshipPlanInput> {}

export const AdoptRelationshipPlanHandler = partnershipHandler(AdoptRelationshipPlanCommand, {
  facts: async (facts, _, state) => ({ programme: await facts.enrolledProgramme(state) }),
  decide: adoptRelationshipPlan,
});
