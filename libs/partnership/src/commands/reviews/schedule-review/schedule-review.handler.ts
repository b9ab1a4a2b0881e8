import { PartnershipCommand, partnershipHandler } from '../../../partnership-command.handler.js';
import type { ScheduleReviewInput } from './schedule-review.input.js';
import { scheduleReview } from './schedule-review.js';

export class ScheduleReviewCommand extends PartnershipCommand<ScheduleReviewInput> {}

export const ScheduleReviewHandler = partnershipHandler(ScheduleReviewCommand, { decide: scheduleReview });
