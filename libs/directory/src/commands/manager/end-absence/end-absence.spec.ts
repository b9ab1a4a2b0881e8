import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import {
  absenceEnded,
  absenceRecorded,
  openAbsenceRecorded,
  partnerManagerAppointed,
  partnerManagerDismissed,
} from '../../../domain/manager/event-samples.js';
import type { ManagerEvent } from '../../../domain/manager/events.js';
import { evolveManager, initialManager, managerFacts } from '../../../domain/manager/state.js';
import { endAbsence } from './end-absence.js';

const { given } = decisionSpecification(initialManager, evolveManager);
const context = testContext({ today: '2026-03-30' });
const absencesAfter = (...history: readonly ManagerEvent[]): unknown =>
  managerFacts(history.reduce(evolveManager, initialManager))?.absences;

describe('ending an absence of a partner manager', () => {
  it('ends the absence that is running today', () => {
    given(partnerManagerAppointed, openAbsenceRecorded)
      .when((state) => endAbsence({}, state, context))
      .then(absenceEnded);
    expect(absencesAfter(partnerManagerAppointed, openAbsenceRecorded, absenceEnded)).toEqual([
      { from: '2026-03-16', until: '2026-03-30' },
    ]);
  });

  it('happened on the day of return when it is recorded later', () => {
    given(partnerManagerAppointed, openAbsenceRecorded)
      .when((state) => endAbsence({ endedOn: '2026-03-20' }, state, context))
      .then({ type: 'AbsenceEnded', occurredOn: '2026-03-20', data: { from: '2026-03-16', endedOn: '2026-03-20' } });
  });

  it('may be planned: then it is recorded today', () => {
    given(partnerManagerAppointed, openAbsenceRecorded)
      .when((state) => endAbsence({ endedOn: '2026-04-15' }, state, context))
      .then({ type: 'AbsenceEnded', occurredOn: '2026-03-30', data: { from: '2026-03-16', endedOn: '2026-04-15' } });
  });

  it('cancels a planned absence on its first day', () => {
    const cancelled: ManagerEvent = {
      type: 'AbsenceEnded',
      occurredOn: '2026-03-30',
      data: { from: '2026-04-06', endedOn: '2026-04-06' },
    };
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => endAbsence({ from: '2026-04-06', endedOn: '2026-04-06' }, state, context))
      .then(cancelled);
    expect(absencesAfter(partnerManagerAppointed, absenceRecorded, cancelled)).toEqual([]);
  });

  it('leaves other absences alone', () => {
    const earlier: ManagerEvent = { ...absenceRecorded, data: { from: '2026-02-02', until: '2026-02-09' } };
    expect(absencesAfter(partnerManagerAppointed, earlier, openAbsenceRecorded, absenceEnded)).toEqual([
      { from: '2026-02-02', until: '2026-02-09' },
      { from: '2026-03-16', until: '2026-03-30' },
    ]);
  });

  it('changes nothing when it is said again', () => {
    given(partnerManagerAppointed, openAbsenceRecorded, absenceEnded)
      .when((state) => endAbsence({}, state, context))
      .thenNothing();
  });

  it('prefers the absence that is running to one that ends on its first day', () => {
    const second: ManagerEvent = { type: 'AbsenceRecorded', occurredOn: '2026-03-30', data: { from: '2026-03-30' } };
    given(partnerManagerAppointed, openAbsenceRecorded, absenceEnded, second)
      .when((state) => endAbsence({}, state, context))
      .then({ type: 'AbsenceEnded', occurredOn: '2026-03-30', data: { from: '2026-03-30', endedOn: '2026-03-30' } });
  });

  it.each([
    ['before it', '2026-04-05'],
    ['after it', '2026-04-21'],
  ])('refuses to end an absence %s', (_case, endedOn) => {
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => endAbsence({ from: '2026-04-06', endedOn }, state, context))
      .thenRejected('VALIDATION_FAILED', ['OUTSIDE_ABSENCE']);
  });

  it('is refused when no absence is meant', () => {
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => endAbsence({}, state, context))
      .thenRejected('INVALID_STATE');
    given(partnerManagerAppointed, absenceRecorded)
      .when((state) => endAbsence({ from: '2026-04-07' }, state, context))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a day before the appointment', () => {
    given(partnerManagerAppointed)
      .when((state) => endAbsence({ endedOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused after the dismissal, and for somebody who was never appointed', () => {
    given(partnerManagerAppointed, openAbsenceRecorded, partnerManagerDismissed)
      .when((state) => endAbsence({}, state, context))
      .thenRejected('INVALID_STATE', ['DISMISSED']);
    given()
      .when((state) => endAbsence({}, state, context))
      .thenRejected('NOT_FOUND');
  });

  it('is not for a colleague, who could become the deputy of anybody', () => {
    const actor = testActor({ userId: 'tobias' });
    given(partnerManagerAppointed, openAbsenceRecorded)
      .when((state) => endAbsence({}, state, { ...context, actor }))
      .thenRejected('FORBIDDEN');
  });

  it('is for the head of partnering as well', () => {
    const actor = testActor({ userId: 'carla', roles: ['HEAD_OF_PARTNERING'] });
    given(partnerManagerAppointed, openAbsenceRecorded)
      .when((state) => endAbsence({}, state, { ...context, actor }))
      .then(absenceEnded);
  });
});
