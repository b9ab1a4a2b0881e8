import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import {
  absenceRecorded,
  openAbsenceRecorded,
  partnerManagerAppointed,
  partnerManagerDismissed,
} from '../../../domain/manager/event-samples.js';
import { evolveManager, initialManager, managerFacts } from '../../../domain/manager/state.js';
import { recordAbsence, type RecordAbsence } from './record-absence.js';

const { given } = decisionSpecification(initialManager, evolveManager);
const context = testContext({ today: '2026-03-02' });
const deputy = { managerId: 'mgr_2', userId: 'tobias', active: true, capacity: 5, absences: [] };
const holiday: RecordAbsence = { from: '2026-04-06', until: '2026-04-20', deputyManagerId: 'mgr_2' };

describe('recording an absence of a partner manager', () => {
  it('records a planned absence today', () => {
    given(partnerManagerAppointed)
      .when((state) => recordAbsence(holiday, state, context, { deputy }))
      .then(absenceRecorded);
  });

  it('records an absence that has begun from its first day, with an open end and without a deputy', () => {
    given(partnerManagerAppointed)
      .when((state) => recordAbsence({ from: '2026-03-16' }, state, testContext(), { deputy: undefined }))
      .then(openAbsenceRecorded);
  });

  it('tells other contexts when the manager is away and who stands in', () => {
    const state = [partnerManagerAppointed, absenceRecorded].reduce(evolveManager, initialManager);
    expect(managerFacts(state)?.absences).toEqual([
      { from: '2026-04-06', until: '2026-04-20', deputyManagerId: 'mgr_2' },
    ]);
  });

  it('changes nothing when it is said again', () => {
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => recordAbsence(holiday, state, context, { deputy }))
      .thenNothing();
  });

  it.each([
    ['the day on which another one ends', { from: '2026-04-20', until: '2026-04-21' }],
    ['before another one', { from: '2026-04-01', until: '2026-04-06' }],
  ])('takes an absence from %s on', (_case, period) => {
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => recordAbsence(period, state, context, { deputy: undefined }))
      .then({ type: 'AbsenceRecorded', occurredOn: '2026-03-02', data: period });
  });

  it.each([
    ['begins in another one', { from: '2026-04-19', until: '2026-05-01' }],
    ['ends in another one', { from: '2026-04-01', until: '2026-04-07' }],
    ['has no end and another one follows', { from: '2026-04-01' }],
    ['has another deputy for the same days', { from: '2026-04-06', until: '2026-04-20' }],
  ])('refuses an absence that %s', (_case, period) => {
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => recordAbsence(period, state, context, { deputy: undefined }))
      .thenRejected('VALIDATION_FAILED', ['ABSENCE_OVERLAP']);
  });

  it('refuses an absence after one without an end', () => {
    given(partnerManagerAppointed, openAbsenceRecorded)
      .when((state) => recordAbsence(holiday, state, context, { deputy }))
      .thenRejected('VALIDATION_FAILED', ['ABSENCE_OVERLAP']);
  });

  it('refuses an absence that ends on its first day', () => {
    given(partnerManagerAppointed)
      .when((state) => recordAbsence({ ...holiday, until: '2026-04-06' }, state, context, { deputy }))
      .thenRejected('VALIDATION_FAILED', ['UNTIL_BEFORE_FROM']);
  });

  it.each([
    ['nobody knows', undefined],
    ['was dismissed', { ...deputy, active: false }],
  ])('refuses a deputy who %s', (_case, unfit) => {
    given(partnerManagerAppointed)
      .when((state) => recordAbsence(holiday, state, context, { deputy: unfit }))
      .thenRejected('MANAGER_INACTIVE', ['MANAGER_INACTIVE']);
  });

  it('refuses the manager as the own deputy', () => {
    given(partnerManagerAppointed)
      .when((state) => recordAbsence({ ...holiday, deputyManagerId: 'mgr_1' }, state, context, { deputy }))
      .thenRejected('VALIDATION_FAILED', ['OWN_DEPUTY']);
  });

  it('refuses an absence before the appointment', () => {
    given(partnerManagerAppointed)
      .when((state) => recordAbsence({ from: '2026-01-04' }, state, context, { deputy: undefined }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the dismissal, and for somebody who was never appointed', () => {
    given(partnerManagerAppointed, partnerManagerDismissed)
      .when((state) => recordAbsence(holiday, state, context, { deputy }))
      .thenRejected('INVALID_STATE', ['DISMISSED']);
    given()
      .when((state) => recordAbsence(holiday, state, context, { deputy }))
      .thenRejected('NOT_FOUND');
  });

  it('is not for a colleague, who could become the deputy of anybody', () => {
    const actor = testActor({ userId: 'tobias' });
    given(partnerManagerAppointed)
      .when((state) => recordAbsence(holiday, state, { ...context, actor }, { deputy }))
      .thenRejected('FORBIDDEN');
  });

  it('is for the head of partnering as well', () => {
    const actor = testActor({ userId: 'carla', roles: ['HEAD_OF_PARTNERING'] });
    given(partnerManagerAppointed)
      .when((state) => recordAbsence(holiday, state, { ...context, actor }, { deputy }))
      .then(absenceRecorded);
  });
});
