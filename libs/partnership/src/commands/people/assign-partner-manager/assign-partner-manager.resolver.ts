import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AssignPartnerManagerCommand } from './assign-partner-manager.handler.js';
import { AssignPartnerManagerInput } from './assign-partner-manager.input.js';

export const AssignPartnerManagerResolver = partnershipMutation({
  name: 'assignPartnerManager',
  description:
    'Names the first partner manager; warns CAPACITY_EXCEEDED when that is more than one person can look after.',
  input: AssignPartnerManagerInput,
  message: AssignPartnerManagerCommand,
  records: ['PartnerManagerAssigned'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'SYSTEM'],
});
