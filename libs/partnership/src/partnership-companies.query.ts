import { Inject, Injectable } from '@nestjs/common';
import { CompanyNames } from '#directory';
import { ProjectionEngine } from '#projections';
import { partnershipOverview } from './read-models/partnership-overview/partnership-overview.js';

/** A row about a partnership, with room for its company. */
export interface OfPartnership {
  readonly partnershipId: string;
  readonly companyId?: string;
  readonly companyName?: string;
}

/** Joins the partnerships' companies and their present names to rows, a page at a time. */
@Injectable()
export class PartnershipCompanies {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(CompanyNames) private readonly names: CompanyNames,
  ) {}

  async join<Row extends OfPartnership>(rows: readonly Row[]): Promise<readonly Row[]> {
    const partnershipIds = [...new Set(rows.map(({ partnershipId }) => partnershipId))];
    const partnerships = await this.engine.collection(partnershipOverview).getMany(partnershipIds);
    const companyIds = [...partnerships.values()].flatMap(({ document }) => document?.companyId ?? []);
    const names = await this.names.byId([...new Set(companyIds)]);
    return rows.map((row) => {
      const companyId = partnerships.get(row.partnershipId)?.document?.companyId;
      if (companyId === undefined) return row;
      const companyName = names.get(companyId);
      return { ...row, companyId, ...(companyName === undefined ? {} : { companyName }) };
    });
  }
}
