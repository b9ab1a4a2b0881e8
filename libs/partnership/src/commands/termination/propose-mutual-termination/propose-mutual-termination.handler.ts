import { frozenTerms } from '../../../domain/given-terms.js';
import { reportingCurrency } from '../../../domain/reporting-currency.js';
import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { ProposeMutualTerminationInput } from './propose-mutual-termination.input.js';
import { proposeMutualTermination } from './propose-mutual-termination.js';

export class ProposeMutualTerminationCommand extends PartnershipCommand<ProposeMutualTerminationInput> {}

export const ProposeMutualTerminationHandler = partnershipHandler(ProposeMutualTerminationCommand, {
  facts: async (facts, { declaredBy }) => ({ declarer: await facts.person(declaredBy) }),
  decide: (offer, state, context, facts) => {
    const { terms, refusal } = frozenTerms(offer.terms, reportingCurrency, offer.occurredOn ?? context.today);
    return refusal ?? proposeMutualTermination({ ...offer, terms }, state, context, facts);
  },
});
