import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { RecordAgreementCommand } from './record-agreement.handler.js';
import { RecordAgreementInput } from './record-agreement.input.js';

export const RecordAgreementResolver = partnershipMutation({
  name: 'recordAgreement',
  description: 'Records a signed agreement: term, notice period, document, signatories.',
  input: RecordAgreementInput,
  message: RecordAgreementCommand,
  records: ['AgreementRecorded'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING', 'SYSTEM'],
});
