import { decisionSpecification, testContext } from '#event-sourcing/testing';
import type { PersonEvent } from '../../../domain/person/events.js';
import {
  contactPersonDataUpdated,
  contactPersonRegistered,
  personDataErased,
  personErasedUnderRetention,
} from '../../../domain/person/event-samples.js';
import { evolvePerson, initialPerson } from '../../../domain/person/state.js';
import { updateContactPersonData } from './update-contact-person-data.js';

const { given } = decisionSpecification(initialPerson, evolvePerson);
const context = testContext({ today: '2026-01-19' });

describe('updating the data of a contact person', () => {
  it('records which fields changed, never to what', () => {
    given(contactPersonRegistered)
      .when((state) => updateContactPersonData({ changedFields: ['phone', 'title', 'phone'] }, state, context, {}))
      .then(contactPersonDataUpdated);
  });

  it('records a second change of the same fields as well', () => {
    given(contactPersonRegistered, contactPersonDataUpdated)
      .when((state) => updateContactPersonData({ changedFields: ['title', 'phone'] }, state, context, {}))
      .then(contactPersonDataUpdated);
  });

  it('does nothing when nothing changed', () => {
    given(contactPersonRegistered)
      .when((state) => updateContactPersonData({ changedFields: [] }, state, context, {}))
      .thenNothing();
  });

  it('refuses the mail address of somebody else of the company', () => {
    given(contactPersonRegistered)
      .when((state) => updateContactPersonData({ changedFields: ['email'] }, state, context, { duplicateOf: 'prs_2' }))
      .thenRejected('PERSON_DUPLICATE', ['PERSON_DUPLICATE']);
  });

  it.each([
    ['was forgotten', personDataErased],
    ['was forgotten but for what a retention duty keeps', personErasedUnderRetention],
  ])('refuses any change for a person who %s', (_case, erased) => {
    given(contactPersonRegistered, erased)
      .when((state) => updateContactPersonData({ changedFields: ['title'] }, state, context, {}))
      .thenRejected('PERSON_ERASED');
  });

  it('refuses a new value for a single field that was erased, but not for the others', () => {
    const phoneErased: PersonEvent = {
      ...personDataErased,
      data: { ...personDataErased.data, fieldsErased: ['phone'] },
    };
    given(contactPersonRegistered, phoneErased)
      .when((state) => updateContactPersonData({ changedFields: ['title', 'phone'] }, state, context, {}))
      .thenRejected('PERSON_ERASED');
    given(contactPersonRegistered, phoneErased)
      .when((state) => updateContactPersonData({ changedFields: ['title'] }, state, context, {}))
      .then({ ...contactPersonDataUpdated, data: { personId: 'prs_1', changedFields: ['title'] } });
  });

  it('refuses a date before the registration', () => {
    given(contactPersonRegistered)
      .when((state) =>
        updateContactPersonData({ changedFields: ['title'], occurredOn: '2026-01-04' }, state, context, {}),
      )
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('refuses a change of tomorrow itself, before anything is stored in the vault', () => {
    given(contactPersonRegistered)
      .when((state) =>
        updateContactPersonData({ changedFields: ['title'], occurredOn: '2026-01-20' }, state, context, {}),
      )
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('refuses a person who is not registered', () => {
    given()
      .when((state) => updateContactPersonData({ changedFields: ['title'] }, state, context, {}))
      .thenRejected('NOT_FOUND');
  });
});
