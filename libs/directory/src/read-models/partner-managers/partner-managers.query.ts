import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Filter, Sort } from '#document-store';
import { type Page, type PageArgs, pageOf } from '#graphql';
import { ProjectionEngine } from '#projections';
import type { PartnerManager } from './partner-manager.js';
import { partnerManagers } from './partner-managers.js';

/** "Who looks after partnerships?" */
export class PartnerManagersQuery extends Query<Page<PartnerManager>> {
  constructor(
    readonly filter: Filter<PartnerManager>,
    readonly sort: Sort<PartnerManager>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(PartnerManagersQuery)
export class PartnerManagersHandler implements IQueryHandler<PartnerManagersQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  execute({ filter, sort, page }: PartnerManagersQuery): Promise<Page<PartnerManager>> {
    return pageOf(this.engine.collection(partnerManagers), { filter, sort, page });
  }
}
