import { Inject, Injectable } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Filter, Sort } from '#document-store';
import { type Page, type PageArgs, pageOf } from '#graphql';
import { ProjectionEngine } from '#projections';
import type { PartnerCompany } from './partner-company.js';
import { partnerCompanies } from './partner-companies.js';

/** "Which companies are there?" */
export class PartnerCompaniesQuery extends Query<Page<PartnerCompany>> {
  constructor(
    readonly filter: Filter<PartnerCompany>,
    readonly sort: Sort<PartnerCompany>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(PartnerCompaniesQuery)
export class PartnerCompaniesHandler implements IQueryHandler<PartnerCompaniesQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  execute({ filter, sort, page }: PartnerCompaniesQuery): Promise<Page<PartnerCompany>> {
    return pageOf(this.engine.collection(partnerCompanies), { filter, sort, page });
  }
}

/** The present names of companies: joined to whatever names a company by its id. */
@Injectable()
export class CompanyNames {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  /** The legal names by company id; ids that are unknown are missing. */
  async byId(companyIds: Iterable<string>): Promise<ReadonlyMap<string, string>> {
    const found = await this.engine.collection(partnerCompanies).getMany([...new Set(companyIds)]);
    const names = new Map<string, string>();
    for (const [id, { document }] of found) if (document !== undefined) names.set(id, document.legalName);
    return names;
  }
}
