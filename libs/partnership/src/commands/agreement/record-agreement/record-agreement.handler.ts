import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { recordAgreement } from './record-agreement.js';
import type { RecordAgreementInput } from './record-agreement.input.js';

export class RecordAgreementCommand extends PartnershipCommand<RecordAgreementInput> {}

export const RecordAgreementHandler = partnershipHandler(RecordAgreementCommand, {
  facts: async (facts, { signatories }) => ({
    persons: await facts.persons(signatories.map(({ personId }) => personId)),
  }),
  decide: recordAgreement,
});
