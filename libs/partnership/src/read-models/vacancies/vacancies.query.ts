import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { allOf, type Sort } from '#document-store';
import { CLOCK, type Clock } from '#event-sourcing';
import { type Page, type PageArgs, pageOf, servedDocuments } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import { PartnershipCompanies } from '../../partnership-companies.query.js';
import { visibleTo } from '../../visible-to.js';
import { vacancies } from './vacancies.js';
import { vacanciesFilter, type VacanciesWanted } from './vacancies-wanted.js';
import { type Vacancy, vacancyOn } from './vacancy.js';

/** "Which partnerships have a side without a contact now?": a page of those the actor may see. */
export class VacanciesQuery extends Query<Page<Vacancy>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: VacanciesWanted,
    readonly sort: Sort<Vacancy>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(VacanciesQuery)
export class VacanciesHandler implements IQueryHandler<VacanciesQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(PartnershipCompanies) private readonly companies: PartnershipCompanies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute({ actor, wanted, sort, page }: VacanciesQuery): Promise<Page<Vacancy>> {
    const { today } = this.clock.now();
    const filter = allOf<Vacancy>(visibleTo(actor, 'partnershipId'), vacanciesFilter(wanted, today));
    return pageOf(servedDocuments(this.engine, vacancies), { filter, sort, page }, (rows) =>
      this.companies.join(rows.map((row) => vacancyOn(row, today))),
    );
  }
}
