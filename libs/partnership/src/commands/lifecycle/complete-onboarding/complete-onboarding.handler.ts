import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { completeOnboarding } from './complete-onboarding.js';
import type { CompleteOnboardingInput } from './complete-onboarding.input.js';

export class CompleteOnboardingCommand extends PartnershipCommand<CompleteOnboardingInput> {}

export const CompleteOnboardingHandler = partnershipHandler(CompleteOnboardingCommand, {
  facts: (facts, { activatedOn, occurredOn }, state, today) =>
    facts.activation(state, activatedOn ?? occurredOn ?? today),
  decide: completeOnboarding,
});
