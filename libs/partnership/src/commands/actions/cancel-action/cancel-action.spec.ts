import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { actionAgreedBetweenReviews, actionCancelled } from '../../../domain/event-samples/actions.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type CancelAction, cancelAction } from './cancel-action.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const history = [...active, actionAgreedBetweenReviews];
const command: CancelAction = {
  occurredOn: '2026-03-02',
  actionId: 'act_between',
  reason: 'The catalogue replaces the price list.',
};

describe('Cancelling an action', () => {
  it('gives it up and keeps the reason', () => {
    given(...history)
      .when((state) => cancelAction(command, state, testContext()))
      .then(actionCancelled);
  });

  it('is refused a second time', () => {
    given(...history, actionCancelled)
      .when((state) => cancelAction(command, state, testContext()))
      .thenRejected('ACTION_CLOSED');
  });

  it('is refused for an action that nobody agreed', () => {
    given(...active)
      .when((state) => cancelAction(command, state, testContext()))
      .thenRejected('ACTION_UNKNOWN');
  });

  it('is refused on a day before it was agreed, or before the partnership began', () => {
    given(...history)
      .when((state) => cancelAction({ ...command, occurredOn: '2026-02-19' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_AGREEMENT']);
    given(...history)
      .when((state) => cancelAction({ ...command, occurredOn: '2026-01-04' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => cancelAction(command, state, testContext()))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => cancelAction(command, state, testContext()))
      .thenRejected('NOT_FOUND');
  });
});
