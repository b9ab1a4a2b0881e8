import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { reviewCancelled, reviewHeld, reviewScheduled } from '../../../domain/event-samples/reviews.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type CancelReview, cancelReview } from './cancel-review.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const command: CancelReview = {
  reviewId: 'rev_planned',
  reason: 'Moved into the annual review.',
  occurredOn: '2026-03-09',
};

describe('Cancelling a review', () => {
  it('calls a planned review off', () => {
    given(...active, reviewScheduled)
      .when((state) => cancelReview(command, state, testContext()))
      .then(reviewCancelled);
  });

  it('changes nothing when the review is off already', () => {
    given(...active, reviewScheduled, reviewCancelled)
      .when((state) => cancelReview(command, state, testContext()))
      .thenNothing();
  });

  it('is refused once the review has been held', () => {
    given(...active, reviewHeld)
      .when((state) => cancelReview({ ...command, reviewId: 'rev_held' }, state, testContext()))
      .thenRejected('REVIEW_ALREADY_HELD');
  });

  it('is refused for a review nobody planned', () => {
    given(...active)
      .when((state) => cancelReview(command, state, testContext()))
      .thenRejected('REVIEW_UNKNOWN');
  });

  it('is refused before the partnership began', () => {
    given(...active, reviewScheduled)
      .when((state) => cancelReview({ ...command, occurredOn: '2026-01-04' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => cancelReview(command, state, testContext()))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => cancelReview(command, state, testContext()))
      .thenRejected('NOT_FOUND');
  });
});
