import { partnershipMutation } from '../../../partnership-mutation.resolver.js';
import { HoldReviewCommand } from './hold-review.handler.js';
import { HoldReviewInput } from './hold-review.input.js';

export const HoldReviewResolver = partnershipMutation({
  name: 'holdReview',
  description: 'Records a review that took place, with both sides’ scores, the outcome and the actions agreed in it.',
  input: HoldReviewInput,
  message: HoldReviewCommand,
  records: ['ActionAgreed', 'ReviewHeld'],
  roles: ['PARTNER_MANAGER', 'HEAD_OF_PARTNERING'],
});
