import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { SubmitPartnerScoresCommand } from './submit-partner-scores.handler.js';
import { SubmitPartnerScoresInput } from './submit-partner-scores.input.js';

export const SubmitPartnerScoresResolver = partnershipMutation({
  name: 'submitPartnerScores',
  description: 'Records the scores that the partner side gives after a review, within 30 days.',
  input: SubmitPartnerScoresInput,
  message: SubmitPartnerScoresCommand,
  records: ['PartnerScoresSubmitted'],
  roles: [...ownStaff, 'PARTNER_REP'],
});
