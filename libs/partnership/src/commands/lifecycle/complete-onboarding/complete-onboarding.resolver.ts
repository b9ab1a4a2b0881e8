import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { CompleteOnboardingCommand } from './complete-onboarding.handler.js';
import { CompleteOnboardingInput } from './complete-onboarding.input.js';

export const CompleteOnboardingResolver = partnershipMutation({
  name: 'completeOnboarding',
  description:
    'Takes the partnership live; refused with every missing precondition, each with its side and the way out.',
  input: CompleteOnboardingInput,
  message: CompleteOnboardingCommand,
  records: ['PartnershipOnboarded'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
