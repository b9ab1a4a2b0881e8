import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ProposePartnershipCommand } from './propose-partnership.handler.js';
import { ProposePartnershipInput } from './propose-partnership.input.js';

export const ProposePartnershipResolver = partnershipMutation({
  name: 'proposePartnership',
  description: 'Opens a partnership with a company in one category, for a stated strategic reason.',
  input: ProposePartnershipInput,
  message: ProposePartnershipCommand,
  records: ['PartnershipProposed', 'ReservationMade'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
