import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { contactPersonRegistered } from '../../../domain/person/event-samples.js';
import { evolvePerson, initialPerson, personFacts } from '../../../domain/person/state.js';
import { registerContactPerson, type RegisterContactPerson } from './register-contact-person.js';

const { given } = decisionSpecification(initialPerson, evolvePerson);
const context = testContext({ today: '2026-01-05' });
const { personId: _, ...partnerPerson } = contactPersonRegistered.data;
const ownPerson: RegisterContactPerson = {
  side: 'OWN',
  changedFields: ['email', 'name', 'name'],
  legalBasis: 'contract',
};
const known = { companyKnown: true };

describe('registering a contact person', () => {
  it('records side, company and legal basis, and only the names of the fields that the vault holds', () => {
    given()
      .when((state) => registerContactPerson(partnerPerson, state, context, known))
      .then(contactPersonRegistered);
  });

  it('needs no company on the own side', () => {
    given()
      .when((state) => registerContactPerson(ownPerson, state, context, { companyKnown: false }))
      .then({
        type: 'ContactPersonRegistered',
        occurredOn: '2026-01-05',
        data: { personId: 'prs_1', side: 'OWN', changedFields: ['name', 'email'], legalBasis: 'contract' },
      });
  });

  it('tells other contexts who the person stands for, and no name', () => {
    const state = evolvePerson(initialPerson, contactPersonRegistered);
    expect(personFacts(state)).toEqual({ personId: 'prs_1', side: 'PARTNER', companyId: 'cmp_1', erased: false });
    expect(personFacts(initialPerson)).toBeUndefined();
  });

  it('refuses a mail address that somebody of the same company has', () => {
    given()
      .when((state) => registerContactPerson(partnerPerson, state, context, { ...known, duplicateOf: 'prs_9' }))
      .thenRejected('PERSON_DUPLICATE', ['PERSON_DUPLICATE']);
  });

  it('refuses a company that is not registered', () => {
    given()
      .when((state) => registerContactPerson(partnerPerson, state, context, { companyKnown: false }))
      .thenRejected('COMPANY_UNKNOWN', ['COMPANY_UNKNOWN']);
  });

  it('refuses a person of the partner side without a company', () => {
    given()
      .when((state) => registerContactPerson({ ...ownPerson, side: 'PARTNER' }, state, context, known))
      .thenRejected('VALIDATION_FAILED', ['COMPANY_MISSING']);
  });

  it('refuses a partner company for a person of the own side', () => {
    given()
      .when((state) => registerContactPerson({ ...ownPerson, companyId: 'cmp_1' }, state, context, known))
      .thenRejected('VALIDATION_FAILED', ['COMPANY_OF_OWN_SIDE']);
  });

  it('refuses a notice that is said to be sent tomorrow', () => {
    const command = { ...partnerPerson, informationNoticeSentOn: '2026-01-06' };
    given()
      .when((state) => registerContactPerson(command, state, context, known))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('refuses a registration of tomorrow itself, before anything is stored in the vault', () => {
    given()
      .when((state) => registerContactPerson({ ...partnerPerson, occurredOn: '2026-01-06' }, state, context, known))
      .thenRejected('OCCURRED_IN_FUTURE', ['OCCURRED_IN_FUTURE']);
  });

  it('refuses to register the same person twice', () => {
    given(contactPersonRegistered)
      .when((state) => registerContactPerson(partnerPerson, state, context, known))
      .thenRefusedIn('REGISTERED');
  });
});
