import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { SubmitPartnerScoresInput } from './submit-partner-scores.input.js';
import { submitPartnerScores } from './submit-partner-scores.js';

export class SubmitPartnerScoresCommand extends PartnershipCommand<SubmitPartnerScoresInput> {}

export const SubmitPartnerScoresHandler = partnershipHandler(SubmitPartnerScoresCommand, {
  facts: async (facts, { submittedBy }) => ({ persons: await facts.persons([submittedBy]) }),
  decide: submitPartnerScores,
});
