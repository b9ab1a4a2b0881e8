import { Inject, Injectable } from '@nestjs/common';
import { CompanyNames } from '#directory';
import { CLOCK, type Clock } from '#event-sourcing';
import type { Presenter } from '#graphql';
import type { Partnership } from './partnership.js';
import { partnershipOn } from './partnership-on.js';

/** Adds to partnerships, a page at a time, the companies' present names and who is responsible today. */
@Injectable()
export class PartnershipPresenter implements Presenter<Partnership> {
  constructor(
    @Inject(CompanyNames) private readonly companies: CompanyNames,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async present(rows: readonly Partnership[]): Promise<readonly Partnership[]> {
    const { today } = this.clock.now();
    const names = await this.companies.byId(rows.map(({ companyId }) => companyId));
    return rows.map((stored) => {
      const row = partnershipOn(stored, today);
      const companyName = names.get(row.companyId);
      return companyName === undefined ? row : { ...row, companyName };
    });
  }
}
