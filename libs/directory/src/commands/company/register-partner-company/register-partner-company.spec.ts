import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { importedCompanyRegistered, partnerCompanyRegistered } from '../../../domain/company/event-samples.js';
import { evolveCompany, initialCompany } from '../../../domain/company/state.js';
import { registerPartnerCompany, type RegisterPartnerCompany } from './register-partner-company.js';

const { given } = decisionSpecification(initialCompany, evolveCompany);
const context = testContext({ today: '2026-01-05' });
const { companyId: _, ...nordlicht } = partnerCompanyRegistered.data;
const minimal: RegisterPartnerCompany = { legalName: 'Saimaa Edge Oy', country: 'FI' };

describe('registering a partner company', () => {
  it('records everything that identifies it', () => {
    given()
      .when((state) => registerPartnerCompany(nordlicht, state, context))
      .then(partnerCompanyRegistered);
  });

  it('is content with a name and a country', () => {
    given()
      .when((state) => registerPartnerCompany(minimal, state, context))
      .then({
        type: 'PartnerCompanyRegistered',
        occurredOn: '2026-01-05',
        data: { companyId: 'cmp_1', legalName: 'Saimaa Edge Oy', country: 'FI', externalRefs: [], unknownFields: [] },
      });
  });

  it('records the values in one form, whatever they were typed like', () => {
    const typed = {
      ...nordlicht,
      legalName: '  Nordlicht  Systemhaus GmbH ',
      country: 'de',
      lei: '5299001nvented 000161',
      register: { court: ' Kiel', type: 'hrb', number: '12345  KI' },
      vatId: 'DE 123.456.789',
      domain: 'www.Nordlicht.Example',
      confirmDistinct: true,
    };
    given()
      .when((state) => registerPartnerCompany(typed, state, context))
      .then(partnerCompanyRegistered);
  });

  it('takes a company without a country from a list that does not say it', () => {
    const imported = { legalName: 'Saimaa Edge Oy', unknownFields: ['country', 'lei'] };
    given()
      .when((state) =>
        registerPartnerCompany(imported, state, testContext({ newId: () => 'cmp_2', today: '2026-01-05' })),
      )
      .then(importedCompanyRegistered);
  });

  it('does not call unknown what is given', () => {
    const decision = registerPartnerCompany({ ...minimal, unknownFields: ['country', 'lei'] }, initialCompany, context);
    expect(decision).toMatchObject({ events: [{ data: { country: 'FI', unknownFields: ['lei'] } }] });
  });

  it('happened when it is said to have happened', () => {
    const decision = registerPartnerCompany({ ...minimal, occurredOn: '2025-12-01' }, initialCompany, context);
    expect(decision).toMatchObject({ events: [{ occurredOn: '2025-12-01' }] });
  });

  it('refuses a company without a country that nobody declared unknown', () => {
    given()
      .when((state) => registerPartnerCompany({ legalName: 'Saimaa Edge Oy', unknownFields: ['lei'] }, state, context))
      .thenRejected('VALIDATION_FAILED', ['COUNTRY_MISSING']);
    expect(registerPartnerCompany({ legalName: 'Saimaa Edge Oy' }, initialCompany, context)).toMatchObject({
      rejection: { details: [{ path: 'country' }] },
    });
  });

  it('refuses an LEI with wrong check digits', () => {
    given()
      .when((state) => registerPartnerCompany({ ...minimal, lei: '5299001NVENTED000162' }, state, context))
      .thenRejected('INVALID_LEI', ['INVALID_LEI']);
  });

  it('refuses to register the same company twice', () => {
    given(partnerCompanyRegistered)
      .when((state) => registerPartnerCompany(minimal, state, context))
      .thenRefusedIn('REGISTERED');
  });
});
