import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { reviewOf } from '../../../domain/state/reviews.js';

/** Calls a planned review off (domain.md 2.7). */
export interface CancelReview {
  readonly occurredOn?: CalendarDate;
  readonly reviewId: string;
  readonly reason: string;
}

/** Calls a planned review off, once: `REVIEW_UNKNOWN`, `REVIEW_ALREADY_HELD`; one that is off already stays off. */
export function cancelReview(
  command: CancelReview,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { reviewId, reason, occurredOn = context.today } = command;
  const refusal = refuseInState(state, 'CancelReview') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const review = reviewOf(state.reviews, reviewId);
  if (review === undefined)
    return rejected('REVIEW_UNKNOWN', `There is no review ${reviewId}. Take the id of a planned review.`);
  switch (review.status) {
    case 'HELD':
      return rejected('REVIEW_ALREADY_HELD', `The review was held on ${review.heldOn}. A wrong entry can be voided.`);
    case 'CANCELLED':
      return accepted();
    case 'PLANNED':
      return accepted({ type: 'ReviewCancelled', occurredOn, data: { reviewId, reason } });
  }
}
