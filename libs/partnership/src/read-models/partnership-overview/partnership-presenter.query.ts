import { Inject, Injectable } from '@nestjs/common';
import { CompanyNames } from '#directory';
import type { Presenter } from '#graphql';
import type { Partnership } from './partnership.js';

/** A row that names a company and has room for its present name. */
export interface NamesCompany {
  readonly companyId: string;
  readonly companyName?: string;
}

/** Joins the companies' present names to rows, a page at a time. */
@Injectable()
export class PartnershipPresenter implements Presenter<Partnership> {
  constructor(@Inject(CompanyNames) private readonly companies: CompanyNames) {}

  async present<Row extends NamesCompany>(rows: readonly Row[]): Promise<readonly Row[]> {
    const names = await this.companies.byId(rows.map(({ companyId }) => companyId));
    return rows.map((row) => {
      const companyName = names.get(row.companyId);
      return companyName === undefined ? row : { ...row, companyName };
    });
  }
}
