import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { ScheduleReviewCommand } from './schedule-review.handler.js';
import { ScheduleReviewInput } from './schedule-review.input.js';

export const ScheduleReviewResolver = partnershipMutation({
  name: 'scheduleReview',
  description: 'Plans a review for a day.',
  input: ScheduleReviewInput,
  message: ScheduleReviewCommand,
  records: ['ReviewScheduled'],
  roles: ownStaff,
});
