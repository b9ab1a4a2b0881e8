import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AbandonPartnershipCommand } from './abandon-partnership.handler.js';
import { AbandonPartnershipInput } from './abandon-partnership.input.js';

export const AbandonPartnershipResolver = partnershipMutation({
  name: 'abandonPartnership',
  description: 'Gives a partnership up that never became active.',
  input: AbandonPartnershipInput,
  message: AbandonPartnershipCommand,
  records: ['PartnershipAbandoned'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
