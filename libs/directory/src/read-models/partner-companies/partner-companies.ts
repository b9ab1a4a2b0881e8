import type { Projection } from '#event-sourcing';
import type { CompanyEvent } from '../../domain/company/events.js';
import { companyIdOf } from '../../domain/company/stream.js';
import { PartnerCompany } from './partner-company.js';

/** "Which companies are there, and who are they?" */
export const partnerCompanies: Projection<PartnerCompany, CompanyEvent> = {
  name: 'partner-companies',
  version: 1,
  document: PartnerCompany,
  key: (event) => companyIdOf(event.stream),
  on: {
    PartnerCompanyRegistered: (_, { data: { companyId, ...identity }, occurredOn, revision }) => ({
      id: companyId,
      ...identity,
      registeredOn: occurredOn,
      revision: Number(revision),
    }),
    CompanyDataCorrected: (company, { data: { changes, removed }, revision }) => {
      if (company === undefined) return undefined;
      const gone: readonly string[] = removed;
      const kept = Object.fromEntries(Object.entries(company).filter(([field]) => !gone.includes(field)));
      return {
        ...(kept as unknown as PartnerCompany),
        ...changes,
        unknownFields: company.unknownFields.filter((field) => !Object.hasOwn(changes, field)),
        revision: Number(revision),
      };
    },
  },
};
