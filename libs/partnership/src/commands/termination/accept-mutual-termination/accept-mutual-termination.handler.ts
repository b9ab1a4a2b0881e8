import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { AcceptMutualTerminationInput } from './accept-mutual-termination.input.js';
import { acceptMutualTermination } from './accept-mutual-termination.js';

export class AcceptMutualTerminationCommand extends PartnershipCommand<AcceptMutualTerminationInput> {}

export const AcceptMutualTerminationHandler = partnershipHandler(AcceptMutualTerminationCommand, {
  facts: async (facts, { declaredBy }) => ({ declarer: await facts.person(declaredBy) }),
  decide: ({ occurredOn, declaredOn = occurredOn, ...consent }, state, context, facts) =>
    acceptMutualTermination({ ...consent, ...(declaredOn === undefined ? {} : { declaredOn }) }, state, context, facts),
});
