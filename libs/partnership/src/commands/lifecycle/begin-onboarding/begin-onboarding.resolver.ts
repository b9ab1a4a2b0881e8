import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { BeginOnboardingCommand } from './begin-onboarding.handler.js';
import { BeginOnboardingInput } from './begin-onboarding.input.js';

export const BeginOnboardingResolver = partnershipMutation({
  name: 'beginOnboarding',
  description: 'Enrols the partnership in a published programme version and begins its onboarding.',
  input: BeginOnboardingInput,
  message: BeginOnboardingCommand,
  records: ['OnboardingBegun'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
