import { managerMutation } from '../../../manager-mutation.resolver.js';
import { AppointPartnerManagerCommand } from './appoint-partner-manager.handler.js';
import { AppointPartnerManagerInput } from './appoint-partner-manager.input.js';

export const AppointPartnerManagerResolver = managerMutation({
  name: 'appointPartnerManager',
  description: 'Appoints a user of the own company as partner manager.',
  input: AppointPartnerManagerInput,
  message: AppointPartnerManagerCommand,
  records: ['PartnerManagerAppointed', 'ReservationMade'],
  roles: ['HEAD_OF_PARTNERING'],
});
