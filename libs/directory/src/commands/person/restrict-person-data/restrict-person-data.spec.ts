import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  contactPersonRegistered,
  personDataErased,
  personDataRestricted,
  personErasedUnderRetention,
} from '../../../domain/person/event-samples.js';
import { evolvePerson, initialPerson } from '../../../domain/person/state.js';
import { restrictPersonData, type RestrictPersonData } from './restrict-person-data.js';

const { given } = decisionSpecification(initialPerson, evolvePerson);
const context = testContext({ today: '2026-02-02' });
const restriction: RestrictPersonData = { legalBasis: 'Art. 18 I a GDPR', fields: ['phone', 'email'] };

describe('restricting personal data', () => {
  it('keeps the fields unused until further notice', () => {
    given(contactPersonRegistered)
      .when((state) => restrictPersonData(restriction, state, context))
      .then(personDataRestricted);
  });

  it('means all fields unless some are named, up to a day if one is given', () => {
    given(contactPersonRegistered)
      .when((state) => restrictPersonData({ legalBasis: '§ 257 HGB', restrictedUntil: '2032-12-31' }, state, context))
      .then({
        type: 'PersonDataRestricted',
        occurredOn: '2026-02-02',
        data: {
          personId: 'prs_1',
          fieldsRestricted: ['name', 'title', 'email', 'phone'],
          restrictedUntil: '2032-12-31',
          legalBasis: '§ 257 HGB',
        },
      });
  });

  it('changes nothing when it is said again', () => {
    given(contactPersonRegistered, personDataRestricted)
      .when((state) => restrictPersonData(restriction, state, context))
      .thenNothing();
  });

  it('concerns only what is left after an erasure', () => {
    given(contactPersonRegistered, personErasedUnderRetention)
      .when((state) => restrictPersonData({ legalBasis: '§ 147 AO', restrictedUntil: '2034-12-31' }, state, context))
      .then({
        type: 'PersonDataRestricted',
        occurredOn: '2026-02-02',
        data: {
          personId: 'prs_1',
          fieldsRestricted: ['name', 'title'],
          restrictedUntil: '2034-12-31',
          legalBasis: '§ 147 AO',
        },
      });
  });

  it('is refused until a day in the past', () => {
    given(contactPersonRegistered)
      .when((state) => restrictPersonData({ ...restriction, restrictedUntil: '2026-02-01' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['UNTIL_IN_PAST']);
  });

  it('is refused when nothing is left', () => {
    given(contactPersonRegistered, personDataErased)
      .when((state) => restrictPersonData(restriction, state, context))
      .thenRejected('PERSON_ERASED');
  });

  it('is refused for a date before the registration', () => {
    given(contactPersonRegistered)
      .when((state) => restrictPersonData({ ...restriction, occurredOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for tomorrow', () => {
    given(contactPersonRegistered)
      .when((state) => restrictPersonData({ ...restriction, occurredOn: '2026-02-03' }, state, context))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('is refused for a person who is not registered', () => {
    given()
      .when((state) => restrictPersonData(restriction, state, context))
      .thenRejected('NOT_FOUND');
  });
});
