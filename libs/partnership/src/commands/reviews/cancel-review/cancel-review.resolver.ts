import { ownStaff } from '#identity';
import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { CancelReviewCommand } from './cancel-review.handler.js';
import { CancelReviewInput } from './cancel-review.input.js';

export const CancelReviewResolver = partnershipMutation({
  name: 'cancelReview',
  description: 'Calls a planned review off.',
  input: CancelReviewInput,
  message: CancelReviewCommand,
  records: ['ReviewCancelled'],
  roles: ownStaff,
});
