import { frozenTerms } from '../../../domain/given-terms.js';
import { reportingCurrency } from '../../../domain/reporting-currency.js';
import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { CounterProposeMutualTerminationInput } from './counter-propose-mutual-termination.input.js';
import { counterProposeMutualTermination } from './counter-propose-mutual-termination.js';

export class CounterProposeMutualTerminationCommand extends PartnershipCommand<CounterProposeMutualTerminationInput> {}

export const CounterProposeMutualTerminationHandler = partnershipHandler(CounterProposeMutualTerminationCommand, {
  facts: async (facts, { declaredBy }) => ({ declarer: await facts.person(declaredBy) }),
  decide: (offer, state, context, facts) => {
    const { terms, refusal } = frozenTerms(offer.terms, reportingCurrency, offer.occurredOn ?? context.today);
    return refusal ?? counterProposeMutualTermination({ ...offer, terms }, state, context, facts);
  },
});
