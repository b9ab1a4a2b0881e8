import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { AmendAgreementCommand } from './amend-agreement.handler.js';
import { AmendAgreementInput } from './amend-agreement.input.js';

export const AmendAgreementResolver = partnershipMutation({
  name: 'amendAgreement',
  description: 'Records a changed agreement: the whole new version; the old one stays.',
  input: AmendAgreementInput,
  message: AmendAgreementCommand,
  records: ['AgreementAmended'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
