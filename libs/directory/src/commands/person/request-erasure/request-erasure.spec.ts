import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  contactPersonRegistered,
  personDataErased,
  personErasedUnderRetention,
  personErasureRequested,
} from '../../../domain/person/event-samples.js';
import { evolvePerson, initialPerson } from '../../../domain/person/state.js';
import { requestErasure, type RequestErasure } from './request-erasure.js';

const { given } = decisionSpecification(initialPerson, evolvePerson);
const context = testContext({ today: '2026-02-16' });
const request: RequestErasure = { legalBasis: 'Art. 17 I b GDPR' };

describe('a request to be forgotten', () => {
  it('starts the month in which an answer is due', () => {
    given(contactPersonRegistered)
      .when((state) => requestErasure(request, state, context))
      .then(personErasureRequested);
  });

  it('is due on the last day of a shorter month', () => {
    const decision = requestErasure(
      { ...request, occurredOn: '2026-01-31' },
      evolvePerson(initialPerson, contactPersonRegistered),
      context,
    );
    expect(decision).toMatchObject({ events: [{ occurredOn: '2026-01-31', data: { dueOn: '2026-02-28' } }] });
  });

  it('does not start the month anew when it is sent again', () => {
    given(contactPersonRegistered, personErasureRequested)
      .when((state) => requestErasure(request, state, testContext({ today: '2026-03-01' })))
      .thenNothing();
  });

  it('covers what an earlier request left out', () => {
    const forPhone = {
      ...personErasureRequested,
      data: { ...personErasureRequested.data, fields: ['phone'] as const },
    };
    given(contactPersonRegistered, forPhone)
      .when((state) => requestErasure({ ...request, fields: ['email', 'phone'] }, state, context))
      .then({ ...personErasureRequested, data: { ...personErasureRequested.data, fields: ['email'] } });
  });

  it('is recorded for what a retention duty still keeps', () => {
    given(contactPersonRegistered, personErasureRequested, personErasedUnderRetention)
      .when((state) => requestErasure(request, state, context))
      .then({ ...personErasureRequested, data: { ...personErasureRequested.data, fields: ['name', 'title'] } });
  });

  it('is refused when nothing is left to forget', () => {
    given(contactPersonRegistered, personDataErased)
      .when((state) => requestErasure(request, state, context))
      .thenRejected('PERSON_ERASED');
  });

  it('is refused for a date before the registration', () => {
    given(contactPersonRegistered)
      .when((state) => requestErasure({ ...request, occurredOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for tomorrow', () => {
    given(contactPersonRegistered)
      .when((state) => requestErasure({ ...request, occurredOn: '2026-02-17' }, state, context))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('is refused for a person who is not registered', () => {
    given()
      .when((state) => requestErasure(request, state, context))
      .thenRejected('NOT_FOUND');
  });
});
