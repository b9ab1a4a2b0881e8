import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  contactPersonLeftCompany,
  contactPersonRegistered,
  personDataErased,
} from '../../../domain/person/event-samples.js';
import { evolvePerson, initialPerson, personFacts } from '../../../domain/person/state.js';
import { recordPersonLeftCompany } from './record-person-left-company.js';

const { given } = decisionSpecification(initialPerson, evolvePerson);
const context = testContext();

describe('recording that a contact person left', () => {
  it('happened on the day of leaving, however late it is recorded', () => {
    given(contactPersonRegistered)
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-01-31' }, state, context))
      .then(contactPersonLeftCompany);
  });

  it('tells other contexts from when on the person is gone', () => {
    const state = [contactPersonRegistered, contactPersonLeftCompany].reduce(evolvePerson, initialPerson);
    expect(personFacts(state)).toMatchObject({ leftOn: '2026-01-31', erased: false });
  });

  it('changes nothing when it is said again', () => {
    given(contactPersonRegistered, contactPersonLeftCompany)
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-01-31' }, state, context))
      .thenNothing();
  });

  it('takes another day when the first one was wrong', () => {
    given(contactPersonRegistered, contactPersonLeftCompany)
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-02-28' }, state, context))
      .then({
        type: 'ContactPersonLeftCompany',
        occurredOn: '2026-02-28',
        data: { personId: 'prs_1', leftOn: '2026-02-28' },
      });
  });

  it('is possible for a person who was forgotten', () => {
    given(contactPersonRegistered, personDataErased)
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-01-31' }, state, context))
      .then(contactPersonLeftCompany);
  });

  it('refuses a day before the registration', () => {
    given(contactPersonRegistered)
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('refuses a day in the future', () => {
    given(contactPersonRegistered)
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-04-01' }, state, context))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('refuses a person who is not registered', () => {
    given()
      .when((state) => recordPersonLeftCompany({ leftOn: '2026-01-31' }, state, context))
      .thenRejected('NOT_FOUND');
  });
});
