import { projectionSpecification } from '#event-sourcing/testing';
import { partnerCompanies } from './partner-companies.js';

const { given } = projectionSpecification(partnerCompanies, 'partnerCompany-cmp_1');

const registered = {
  type: 'PartnerCompanyRegistered',
  occurredOn: '2026-01-05',
  data: {
    companyId: 'cmp_1',
    legalName: 'Nordlicht Systemhaus GmbH',
    vatId: 'DE1',
    externalRefs: [],
    unknownFields: ['country'],
  },
} as const;

describe('partner companies', () => {
  it('shows a company as it was registered, with what is unknown about it', () => {
    given(registered).then({
      cmp_1: {
        id: 'cmp_1',
        legalName: 'Nordlicht Systemhaus GmbH',
        vatId: 'DE1',
        externalRefs: [],
        unknownFields: ['country'],
        registeredOn: '2026-01-05',
        revision: 0,
      },
    });
  });

  it('takes over a correction: new values, values taken away, and one unknown less', () => {
    given(registered, {
      type: 'CompanyDataCorrected',
      occurredOn: '2026-02-01',
      data: { changes: { country: 'DE', legalName: 'Nordlicht AG' }, removed: ['vatId'], reason: 'change of form' },
    }).then({
      cmp_1: {
        id: 'cmp_1',
        legalName: 'Nordlicht AG',
        country: 'DE',
        externalRefs: [],
        unknownFields: [],
        registeredOn: '2026-01-05',
        revision: 1,
      },
    });
  });
});
