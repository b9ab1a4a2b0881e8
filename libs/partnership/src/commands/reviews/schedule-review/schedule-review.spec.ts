import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { reviewCancelled, reviewScheduled } from '../../../domain/event-samples/reviews.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type ScheduleReview, scheduleReview } from './schedule-review.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const quarterly: ScheduleReview = { kind: 'QUARTERLY', plannedOn: '2026-04-20' };

describe('Scheduling a review', () => {
  it('plans it as of today', () => {
    given(...active)
      .when((state) => scheduleReview({ ...quarterly, agenda: 'Pipeline.' }, state, testContext()))
      .then({
        type: 'ReviewScheduled',
        occurredOn: '2026-03-31',
        data: { reviewId: 'rev_1', kind: 'QUARTERLY', plannedOn: '2026-04-20', agenda: 'Pipeline.' },
      });
  });

  it('may be recorded later than it was agreed', () => {
    given(...active)
      .when((state) => scheduleReview({ ...quarterly, occurredOn: '2026-03-02' }, state, testContext()))
      .then({
        type: 'ReviewScheduled',
        occurredOn: '2026-03-02',
        data: { reviewId: 'rev_1', kind: 'QUARTERLY', plannedOn: '2026-04-20' },
      });
  });

  it.each([
    ['14 days before', '2026-03-02', '2026-02-16'],
    ['the same day', '2026-03-16', '2026-02-16'],
    ['14 days after', '2026-03-30', '2026-02-16'],
  ])('is refused when one of the same kind is planned, seen from %s', (_case, plannedOn, occurredOn) => {
    given(...active, reviewScheduled)
      .when((state) => scheduleReview({ kind: 'QUARTERLY', plannedOn, occurredOn }, state, testContext()))
      .thenRejected('REVIEW_ALREADY_SCHEDULED', ['REVIEW_ALREADY_SCHEDULED']);
  });

  it.each([
    ['15 days after the planned one', { kind: 'QUARTERLY', plannedOn: '2026-03-31' }, [reviewScheduled]],
    ['on the same day for another kind', { kind: 'ANNUAL', plannedOn: '2026-03-31' }, [reviewScheduled]],
    ['when the planned one is off', { kind: 'QUARTERLY', plannedOn: '2026-03-31' }, [reviewScheduled, reviewCancelled]],
  ] as const)('is possible %s', (_case, command, history) => {
    given(...active, ...history)
      .when((state) => scheduleReview(command, state, testContext()))
      .then({ type: 'ReviewScheduled', occurredOn: '2026-03-31', data: { reviewId: 'rev_1', ...command } });
  });

  it('is refused for a day before the planning', () => {
    given(...active)
      .when((state) => scheduleReview({ ...quarterly, plannedOn: '2026-03-30' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['PLANNED_IN_PAST']);
  });

  it('is refused before the partnership began', () => {
    given(...active)
      .when((state) => scheduleReview({ ...quarterly, occurredOn: '2026-01-04' }, state, testContext()))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => scheduleReview(quarterly, state, testContext()))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => scheduleReview(quarterly, state, testContext()))
      .thenRejected('NOT_FOUND');
  });
});
