import { Inject, Injectable } from '@nestjs/common';
import { ProjectionEngine } from '#projections';
import { partnerCompanies } from './partner-companies.js';

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
