import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import { beginOnboarding } from './begin-onboarding.js';
import type { BeginOnboardingInput } from './begin-onboarding.input.js';

export class BeginOnboardingCommand extends PartnershipCommand<BeginOnboardingInput> {}

export const BeginOnboardingHandler = partnershipHandler(BeginOnboardingCommand, {
  facts: async (facts, { programmeId, version }) => ({
    programme: await facts.programmeVersion(programmeId, version),
  }),
  decide: beginOnboarding,
});
