import type { Aggregate } from '#command-handling';
import type { CompanyEvent } from './domain/company/events.js';
import { type CompanyState, evolveCompany, initialCompany } from './domain/company/state.js';
import { companyStream } from './domain/company/stream.js';
import type { PartnerCompany } from './read-models/partner-companies/partner-company.js';
import { partnerCompanies } from './read-models/partner-companies/partner-companies.js';

/** A partner company as its commands see it (domain.md 2.1). */
export const companyAggregate: Aggregate<CompanyState, PartnerCompany, CompanyEvent> = {
  idPrefix: 'cmp',
  stream: companyStream,
  initial: initialCompany,
  evolve: evolveCompany,
  projection: partnerCompanies,
};

export type { PartnerCompany };
