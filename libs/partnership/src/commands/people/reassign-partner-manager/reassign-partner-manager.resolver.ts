import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ReassignPartnerManagerCommand } from './reassign-partner-manager.handler.js';
import { ReassignPartnerManagerInput } from './reassign-partner-manager.input.js';

export const ReassignPartnerManagerResolver = partnershipMutation({
  name: 'reassignPartnerManager',
  description: 'Hands the partnership over to another partner manager.',
  input: ReassignPartnerManagerInput,
  message: ReassignPartnerManagerCommand,
  records: ['PartnerManagerReassigned'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
