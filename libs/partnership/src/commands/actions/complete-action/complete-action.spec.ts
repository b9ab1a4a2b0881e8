import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import {
  actionAgreedBetweenReviews,
  actionAgreedInReview,
  actionCancelled,
  actionCompleted,
} from '../../../domain/event-samples/actions.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { reviewHeld } from '../../../domain/event-samples/reviews.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type CompleteAction, completeAction } from './complete-action.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const history = [...active, reviewHeld, actionAgreedInReview, actionAgreedBetweenReviews];
const byPartner = testContext({
  actor: testActor({ userId: 'piet', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }),
});
const command: CompleteAction = {
  actionId: 'act_review',
  completedOn: '2026-03-20',
  note: 'Both passed the sales certificate.',
};

describe('Completing an action', () => {
  it('says since when it is done', () => {
    given(...history)
      .when((state) => completeAction(command, state, testContext()))
      .then(actionCompleted);
  });

  it('needs no note', () => {
    given(...history)
      .when((state) => completeAction({ actionId: 'act_between', completedOn: '2026-02-20' }, state, testContext()))
      .then({
        type: 'ActionCompleted',
        occurredOn: '2026-02-20',
        data: { actionId: 'act_between', completedOn: '2026-02-20' },
      });
  });

  it('is possible for a partner representative when the partner side owns it', () => {
    given(...history)
      .when((state) => completeAction(command, state, byPartner))
      .then(actionCompleted);
  });

  it('is refused to a partner representative when the own side owns it', () => {
    given(...history)
      .when((state) => completeAction({ ...command, actionId: 'act_between' }, state, byPartner))
      .thenRejected('FORBIDDEN');
  });

  it('is refused a second time, and after a cancellation', () => {
    given(...history, actionCompleted)
      .when((state) => completeAction(command, state, testContext()))
      .thenRejected('ACTION_CLOSED');
    given(...history, actionCancelled)
      .when((state) => completeAction({ ...command, actionId: 'act_between' }, state, testContext()))
      .thenRejected('ACTION_CLOSED');
  });

  it('is refused for an action that nobody agreed', () => {
    given(...active)
      .when((state) => completeAction(command, state, testContext()))
      .thenRejected('ACTION_UNKNOWN');
  });

  it('is refused on a day before it was agreed', () => {
    given(...history)
      .when((state) => completeAction({ ...command, completedOn: '2026-02-15' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_AGREEMENT']);
  });

  it('is refused before the partnership began', () => {
    given(...history)
      .when((state) => completeAction({ ...command, completedOn: '2026-01-04' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => completeAction(command, state, testContext()))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => completeAction(command, state, testContext()))
      .thenRejected('NOT_FOUND');
  });
});
