import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  companyDataCorrected,
  importedCompanyRegistered,
  partnerCompanyRegistered,
} from '../../../domain/company/event-samples.js';
import { evolveCompany, initialCompany } from '../../../domain/company/state.js';
import { correctCompanyData, type CorrectCompanyData } from './correct-company-data.js';

const { given } = decisionSpecification(initialCompany, evolveCompany);
const context = testContext({ today: '2026-02-02' });
const move: CorrectCompanyData = {
  register: { court: 'Hamburg', type: 'HRB', number: '98765' },
  remove: ['vatId'],
  reason: 'Seat moved to Hamburg.',
};

describe('correcting what identifies a company', () => {
  it('records the new values, the removed ones, and why', () => {
    given(partnerCompanyRegistered)
      .when((state) => correctCompanyData(move, state, context))
      .then(companyDataCorrected);
  });

  it('records only what differs', () => {
    const command = {
      legalName: 'Nordlicht Systemhaus  GmbH',
      country: 'at',
      remove: ['lei', 'lei'],
      reason: 'Moved.',
    };
    given(partnerCompanyRegistered)
      .when((state) => correctCompanyData(command as CorrectCompanyData, state, context))
      .then({
        type: 'CompanyDataCorrected',
        occurredOn: '2026-02-02',
        data: { changes: { country: 'AT' }, removed: ['lei'], reason: 'Moved.' },
      });
  });

  it('changes nothing when it is said again', () => {
    given(partnerCompanyRegistered, companyDataCorrected)
      .when((state) => correctCompanyData(move, state, context))
      .thenNothing();
  });

  it('prefers a new value to a removal of the same field', () => {
    given(partnerCompanyRegistered)
      .when((state) => correctCompanyData({ vatId: 'DE987654321', remove: ['vatId'], reason: 'Typo.' }, state, context))
      .then({
        type: 'CompanyDataCorrected',
        occurredOn: '2026-02-02',
        data: { changes: { vatId: 'DE987654321' }, removed: [], reason: 'Typo.' },
      });
  });

  it('fills in what an imported list did not say', () => {
    const state = [importedCompanyRegistered].reduce(evolveCompany, initialCompany);
    const decision = correctCompanyData({ country: 'FI', reason: 'Looked up.' }, state, context);
    const events = decision.outcome === 'accepted' ? decision.events : [];
    expect(events.reduce(evolveCompany, state).company).toMatchObject({
      identity: { legalName: 'Saimaa Edge Oy', country: 'FI' },
      unknownFields: ['lei'],
    });
  });

  it('replaces the ids in other systems as a whole', () => {
    given(partnerCompanyRegistered)
      .when((state) => correctCompanyData({ externalRefs: [], reason: 'Old CRM is gone.' }, state, context))
      .then({
        type: 'CompanyDataCorrected',
        occurredOn: '2026-02-02',
        data: { changes: { externalRefs: [] }, removed: [], reason: 'Old CRM is gone.' },
      });
  });

  it('refuses an LEI with wrong check digits', () => {
    given(partnerCompanyRegistered)
      .when((state) => correctCompanyData({ lei: '5299001NVENTED000162', reason: 'New.' }, state, context))
      .thenRejected('INVALID_LEI', ['INVALID_LEI']);
  });

  it('refuses a date before the registration', () => {
    given(partnerCompanyRegistered)
      .when((state) => correctCompanyData({ ...move, occurredOn: '2026-01-04' }, state, context))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('refuses a company that is not registered', () => {
    given()
      .when((state) => correctCompanyData(move, state, context))
      .thenRejected('NOT_FOUND');
  });
});
