import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ConcludePartnershipCommand } from './conclude-partnership.handler.js';
import { ConcludePartnershipInput } from './conclude-partnership.input.js';

export const ConcludePartnershipResolver = partnershipMutation({
  name: 'concludePartnership',
  description: 'Closes a partnership whose agreed end has come and whose wind-down is done.',
  input: ConcludePartnershipInput,
  message: ConcludePartnershipCommand,
  records: ['PartnershipTerminatedByMutualAgreement'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
