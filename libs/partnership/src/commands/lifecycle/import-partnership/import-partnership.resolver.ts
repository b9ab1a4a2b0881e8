import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ImportPartnershipCommand } from './import-partnership.handler.js';
import { ImportPartnershipInput } from './import-partnership.input.js';

export const ImportPartnershipResolver = partnershipMutation({
  name: 'importPartnership',
  description:
    'Takes a partnership over from another system in the state it is in; what is not known is named, nothing is invented.',
  input: ImportPartnershipInput,
  message: ImportPartnershipCommand,
  records: ['PartnershipImported', 'ReservationMade'],
  roles: ['HEAD_OF_PARTNERING', 'SYSTEM'],
});
