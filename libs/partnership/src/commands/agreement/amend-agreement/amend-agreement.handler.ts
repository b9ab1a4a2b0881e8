import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { amendAgreement } from './amend-agreement.js';
import type { AmendAgreementInput } from './amend-agreement.input.js';

export class AmendAgreementCommand extends PartnershipCommand<AmendAgreementInput> {}

export const AmendAgreementHandler = partnershipHandler(AmendAgreementCommand, {
  facts: async (facts, { signatories }) => ({
    persons: await facts.persons(signatories.map(({ personId }) => personId)),
  }),
  decide: amendAgreement,
});
