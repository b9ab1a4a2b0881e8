import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { WaiveWindDownItemCommand } from './waive-wind-down-item.handler.js';
import { WaiveWindDownItemInput } from './waive-wind-down-item.input.js';

export const WaiveWindDownItemResolver = partnershipMutation({
  name: 'waiveWindDownItem',
  description: 'Lets go of a thing that remained to be done; never of the return of data or the revocation of access.',
  input: WaiveWindDownItemInput,
  message: WaiveWindDownItemCommand,
  records: ['WindDownItemWaived'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
