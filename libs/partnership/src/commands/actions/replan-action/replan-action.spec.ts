import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { actionAgreedInReview, actionCompleted, actionReplanned } from '../../../domain/event-samples/actions.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { reviewHeld } from '../../../domain/event-samples/reviews.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type ReplanAction, replanAction } from './replan-action.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const history = [...active, reviewHeld, actionAgreedInReview];
const command: ReplanAction = {
  occurredOn: '2026-03-23',
  actionId: 'act_review',
  newDueOn: '2026-04-30',
  reason: 'No seat left in the March course.',
};

describe('Replanning an action', () => {
  it('gives it another due date, and counts', () => {
    given(...history)
      .when((state) => replanAction(command, state, testContext()))
      .then(actionReplanned);
  });

  it('counts on from the last time, and takes an earlier date too', () => {
    given(...history, actionReplanned)
      .when((state) => replanAction({ actionId: 'act_review', newDueOn: '2026-03-31' }, state, testContext()))
      .then({
        type: 'ActionReplanned',
        occurredOn: '2026-03-31',
        data: { actionId: 'act_review', oldDueOn: '2026-04-30', newDueOn: '2026-03-31', replanCount: 2 },
      });
  });

  it('changes nothing when the date stays', () => {
    given(...history, actionReplanned)
      .when((state) => replanAction(command, state, testContext()))
      .thenNothing();
  });

  it('is refused to a date before the replanning', () => {
    given(...history)
      .when((state) => replanAction({ ...command, newDueOn: '2026-03-22' }, state, testContext()))
      .thenRejected('DUE_IN_PAST', ['DUE_IN_PAST']);
  });

  it('is refused for an action that is done', () => {
    given(...history, actionCompleted)
      .when((state) => replanAction(command, state, testContext()))
      .thenRejected('ACTION_CLOSED');
  });

  it('is refused for an action that nobody agreed', () => {
    given(...active)
      .when((state) => replanAction(command, state, testContext()))
      .thenRejected('ACTION_UNKNOWN');
  });

  it('is refused on a day before it was agreed, or before the partnership began', () => {
    given(...history)
      .when((state) => replanAction({ ...command, occurredOn: '2026-02-15' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_AGREEMENT']);
    given(...history)
      .when((state) => replanAction({ ...command, occurredOn: '2026-01-04' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => replanAction(command, state, testContext()))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => replanAction(command, state, testContext()))
      .thenRejected('NOT_FOUND');
  });
});
