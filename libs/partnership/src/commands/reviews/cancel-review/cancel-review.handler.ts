import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { CancelReviewInput } from './cancel-review.input.js';
import { cancelReview } from './cancel-review.js';

export class CancelReviewCommand extends PartnershipCommand<CancelReviewInput> {}

export const CancelReviewHandler = partnershipHandler(CancelReviewCommand, { decide: cancelReview });
