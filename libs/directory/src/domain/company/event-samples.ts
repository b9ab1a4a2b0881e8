import type { CompanyEvent, CompanyEventNamed } from './events.js';

/** Nordlicht Systemhaus of Kiel, with everything that identifies it. */
export const partnerCompanyRegistered: CompanyEventNamed<'PartnerCompanyRegistered'> = {
  type: 'PartnerCompanyRegistered',
  occurredOn: '2026-01-05',
  data: {
    companyId: 'cmp_1',
    legalName: 'Nordlicht Systemhaus GmbH',
    country: 'DE',
    lei: '5299001NVENTED000161',
    register: { court: 'Kiel', type: 'HRB', number: '12345 KI' },
    vatId: 'DE123456789',
    domain: 'nordlicht.example',
    externalRefs: [{ system: 'SALESFORCE', id: '001A000001' }],
    unknownFields: [],
  },
};

/** A company from an imported list that names no country. */
export const importedCompanyRegistered: CompanyEventNamed<'PartnerCompanyRegistered'> = {
  type: 'PartnerCompanyRegistered',
  occurredOn: '2026-01-05',
  data: {
    companyId: 'cmp_2',
    legalName: 'Saimaa Edge Oy',
    externalRefs: [],
    unknownFields: ['country', 'lei'],
  },
};

/** The company moved to Hamburg and gave up its VAT id. */
export const companyDataCorrected: CompanyEventNamed<'CompanyDataCorrected'> = {
  type: 'CompanyDataCorrected',
  occurredOn: '2026-02-02',
  data: {
    changes: { register: { court: 'Hamburg', type: 'HRB', number: '98765' } },
    removed: ['vatId'],
    reason: 'Seat moved to Hamburg.',
  },
};

/** A stored example of each event: a new event does not compile without one. */
export const companyEventSamples: { readonly [Type in CompanyEvent['type']]: CompanyEventNamed<Type> } = {
  PartnerCompanyRegistered: partnerCompanyRegistered,
  CompanyDataCorrected: companyDataCorrected,
};
