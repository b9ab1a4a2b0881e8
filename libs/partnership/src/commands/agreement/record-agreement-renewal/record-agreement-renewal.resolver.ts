import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RecordAgreementRenewalCommand } from './record-agreement-renewal.handler.js';
import { RecordAgreementRenewalInput } from './record-agreement-renewal.input.js';

export const RecordAgreementRenewalResolver = partnershipMutation({
  name: 'recordAgreementRenewal',
  description: 'Records that the term of an agreement was prolonged: the whole new version; the old one stays.',
  input: RecordAgreementRenewalInput,
  message: RecordAgreementRenewalCommand,
  records: ['AgreementRenewed'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
