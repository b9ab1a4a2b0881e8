import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { WaiveRequirementCommand } from './waive-requirement.handler.js';
import { WaiveRequirementInput } from './waive-requirement.input.js';

export const WaiveRequirementResolver = partnershipMutation({
  name: 'waiveRequirement',
  description:
    'Releases the partnership from a requirement for at most 365 days; a head of partnering approves what somebody else asks for.',
  input: WaiveRequirementInput,
  message: WaiveRequirementCommand,
  records: ['RequirementWaived'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
