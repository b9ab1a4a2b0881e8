import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { recordAgreementRenewal } from './record-agreement-renewal.js';
import type { RecordAgreementRenewalInput } from './record-agreement-renewal.input.js';

export class RecordAgreementRenewalCommand extends PartnershipCommand<RecordAgreementRenewalInput> {}

export const RecordAgreementRenewalHandler = partnershipHandler(RecordAgreementRenewalCommand, {
  facts: async (facts, { signatories }) => ({
    persons: await facts.persons(signatories.map(({ personId }) => personId)),
  }),
  decide: recordAgreementRenewal,
});
