import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AdoptRelationshipPlanCommand } from './adopt-relationship-plan.handler.js';
import { AdoptRelationshipPlanInput } from './adopt-relationship-plan.input.js';

export const AdoptRelationshipPlanResolver = partnershipMutation({
  name: 'adoptRelationshipPlan',
  description: 'Adopts the next version of the relationship plan: objectives, governance, risks, exit strategy.',
  input: AdoptRelationshipPlanInput,
  message: AdoptRelationshipPlanCommand,
  records: ['RelationshipPlanAdopted'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
