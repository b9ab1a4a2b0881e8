import { managerMutation } from '../../../manager-mutation.resolver.js';
import { DismissPartnerManagerCommand } from './dismiss-partner-manager.handler.js';
import { DismissPartnerManagerInput } from './dismiss-partner-manager.input.js';

export const DismissPartnerManagerResolver = managerMutation({
  name: 'dismissPartnerManager',
  description: 'Dismisses a partner manager; every open partnership of the portfolio gets a named successor.',
  input: DismissPartnerManagerInput,
  message: DismissPartnerManagerCommand,
  records: ['PartnerManagerDismissed'],
  roles: ['HEAD_OF_PARTNERING'],
});
