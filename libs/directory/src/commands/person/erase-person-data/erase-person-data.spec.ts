import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  contactPersonRegistered,
  personDataErased,
  personDataRestricted,
  personErasedUnderRetention,
} from '../../../domain/person/event-samples.js';
import type { PersonEvent } from '../../../domain/person/events.js';
import { evolvePerson, initialPerson, personFacts } from '../../../domain/person/state.js';
import { erasePersonData, type ErasePersonData } from './erase-person-data.js';

const { given } = decisionSpecification(initialPerson, evolvePerson);
const context = testContext({ today: '2026-03-02' });
const erasure: ErasePersonData = { legalBasis: 'Art. 17 I b GDPR' };
const signatory = { retentionUntil: '2032-12-31' };
const nameRestricted: PersonEvent = {
  ...personDataRestricted,
  data: { ...personDataRestricted.data, fieldsRestricted: ['name'], restrictedUntil: '2033-06-30' },
};

describe('forgetting a contact person', () => {
  it('erases every field of a person whom no duty keeps', () => {
    given(contactPersonRegistered)
      .when((state) => erasePersonData(erasure, state, context, {}))
      .then(personDataErased);
  });

  it('keeps name and function of somebody who signed, restricted until the duty ends', () => {
    const command = { legalBasis: 'Art. 17 III b GDPR, § 257 HGB' };
    given(contactPersonRegistered)
      .when((state) => erasePersonData(command, state, context, signatory))
      .then(personErasedUnderRetention);
  });

  it.each([
    ['on the last day of the duty they are still kept', '2032-12-31', ['email', 'phone']],
    ['the day after nothing is kept', '2033-01-01', ['name', 'title', 'email', 'phone']],
  ])('%s', (_case, today, fieldsErased) => {
    const state = evolvePerson(initialPerson, contactPersonRegistered);
    const decision = erasePersonData(erasure, state, testContext({ today }), signatory);
    expect(decision).toMatchObject({ events: [{ data: { fieldsErased } }] });
  });

  it('erases name and function once the duty is over', () => {
    given(contactPersonRegistered, personErasedUnderRetention)
      .when((state) => erasePersonData(erasure, state, testContext({ today: '2033-01-01' }), {}))
      .then({
        ...personDataErased,
        occurredOn: '2033-01-01',
        data: { ...personDataErased.data, fieldsErased: ['name', 'title'] },
      });
  });

  it('respects a duty that was recorded, even if nobody else knows of it', () => {
    const state = [contactPersonRegistered, nameRestricted].reduce(evolvePerson, initialPerson);
    expect(erasePersonData(erasure, state, context, signatory)).toMatchObject({
      events: [{ data: { fieldsRestricted: ['name', 'title'], restrictedUntil: '2033-06-30' } }],
    });
  });

  it('is not stopped by a restriction until further notice, nor by one of mail and phone', () => {
    given(contactPersonRegistered, personDataRestricted)
      .when((state) => erasePersonData(erasure, state, context, {}))
      .then(personDataErased);
  });

  it('erases single fields without forgetting the person', () => {
    const state = evolvePerson(initialPerson, contactPersonRegistered);
    const decision = erasePersonData({ ...erasure, fields: ['phone'] }, state, context, signatory);
    const events = decision.outcome === 'accepted' ? decision.events : [];
    expect(events.map(({ data }) => data)).toEqual([
      { personId: 'prs_1', fieldsErased: ['phone'], fieldsRestricted: [], legalBasis: 'Art. 17 I b GDPR' },
    ]);
    expect(personFacts(events.reduce(evolvePerson, state))).toMatchObject({ erased: false });
  });

  it.each([
    ['everything', personDataErased],
    ['all but what a duty keeps', personErasedUnderRetention],
  ])('leaves nobody to be named after %s was erased', (_case, erased) => {
    const state = [contactPersonRegistered, erased].reduce(evolvePerson, initialPerson);
    expect(personFacts(state)).toMatchObject({ personId: 'prs_1', side: 'PARTNER', erased: true });
  });

  it('is refused while a duty keeps everything that is left, field by field', () => {
    given(contactPersonRegistered, personErasedUnderRetention)
      .when((state) => erasePersonData(erasure, state, context, signatory))
      .thenRejected('LEGAL_HOLD', ['LEGAL_HOLD', 'LEGAL_HOLD']);
    const state = evolvePerson(initialPerson, contactPersonRegistered);
    expect(erasePersonData({ ...erasure, fields: ['name'] }, state, context, signatory)).toMatchObject({
      rejection: { code: 'LEGAL_HOLD', details: [{ message: 'name until 2032-12-31' }] },
    });
  });

  it('is refused when it was done before', () => {
    given(contactPersonRegistered, personDataErased)
      .when((state) => erasePersonData(erasure, state, context, {}))
      .thenRejected('PERSON_ERASED');
  });

  it('is refused for a date before the registration', () => {
    given(contactPersonRegistered)
      .when((state) => erasePersonData({ ...erasure, occurredOn: '2026-01-04' }, state, context, {}))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for tomorrow by the decision itself, before anything is erased in the vault', () => {
    given(contactPersonRegistered)
      .when((state) => erasePersonData({ ...erasure, occurredOn: '2026-03-03' }, state, context, {}))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('is refused for a person who is not registered', () => {
    given()
      .when((state) => erasePersonData(erasure, state, context, {}))
      .thenRejected('NOT_FOUND');
  });
});
