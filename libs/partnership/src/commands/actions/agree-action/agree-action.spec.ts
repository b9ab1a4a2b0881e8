import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { actionAgreedBetweenReviews } from '../../../domain/event-samples/actions.js';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { persons } from '../../../domain/event-samples/person-facts.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type AgreeAction, agreeAction } from './agree-action.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const facts = { persons };
const command: AgreeAction = {
  occurredOn: '2026-02-20',
  text: actionAgreedBetweenReviews.data.text,
  ownerSide: 'OWN',
  ownerPersonId: 'prs_own',
  dueOn: '2026-03-13',
};
const agreed = { ...actionAgreedBetweenReviews, data: { ...actionAgreedBetweenReviews.data, actionId: 'act_1' } };

describe('Agreeing an action between reviews', () => {
  it('names side, person and due date', () => {
    given(...active)
      .when((state) => agreeAction(command, state, testContext(), facts))
      .then(agreed);
  });

  it('is agreed today unless stated, and may be due the same day', () => {
    const { occurredOn: _occurredOn, ...today } = { ...command, dueOn: '2026-03-31' };
    given(...active)
      .when((state) => agreeAction(today, state, testContext(), facts))
      .then({
        ...agreed,
        occurredOn: '2026-03-31',
        data: { ...agreed.data, agreedOn: '2026-03-31', dueOn: '2026-03-31' },
      });
  });

  it('is refused when it is due before it is agreed', () => {
    given(...active)
      .when((state) => agreeAction({ ...command, dueOn: '2026-02-19' }, state, testContext(), facts))
      .thenRejected('DUE_IN_PAST', ['DUE_IN_PAST']);
  });

  it.each([
    ['an own person for the partner side', 'PARTNER', 'prs_own'],
    ['a partner person for the own side', 'OWN', 'prs_partner'],
    ['a person of another partner company', 'PARTNER', 'prs_other'],
    ['a person who has left', 'PARTNER', 'prs_gone'],
    ['a person whose data was erased', 'PARTNER', 'prs_erased'],
  ] as const)('is refused with %s', (_case, ownerSide, ownerPersonId) => {
    given(...active)
      .when((state) => agreeAction({ ...command, ownerSide, ownerPersonId }, state, testContext(), facts))
      .thenRejected('OWNER_SIDE_MISMATCH', ['OWNER_SIDE_MISMATCH']);
  });

  it('is refused with a person who is not registered', () => {
    given(...active)
      .when((state) => agreeAction({ ...command, ownerPersonId: 'prs_nobody' }, state, testContext(), facts))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });

  it('is refused before the partnership began', () => {
    given(...active)
      .when((state) => agreeAction({ ...command, occurredOn: '2026-01-04' }, state, testContext(), facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => agreeAction(command, state, testContext(), facts))
      .thenRejected('INVALID_STATE');
  });
});
