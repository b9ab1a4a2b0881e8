import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Filter, Sort } from '#document-store';
import { type Page, type PageArgs, pageOf } from '#graphql';
import { ProjectionEngine } from '#projections';
import type { PartnerProgramme } from './partner-programme.js';
import { partnerProgrammes } from './partner-programmes.js';

/** "Which programmes are there?" */
export class PartnerProgrammesQuery extends Query<Page<PartnerProgramme>> {
  constructor(
    readonly filter: Filter<PartnerProgramme>,
    readonly sort: Sort<PartnerProgramme>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(PartnerProgrammesQuery)
export class PartnerProgrammesHandler implements IQueryHandler<PartnerProgrammesQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  execute({ filter, sort, page }: PartnerProgrammesQuery): Promise<Page<PartnerProgramme>> {
    return pageOf(this.engine.collection(partnerProgrammes), { filter, sort, page });
  }
}
