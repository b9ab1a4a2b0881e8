import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { type Page, type PageArgs, pageOf } from '#graphql';
import { type ParkedEntry, ProjectionEngine } from '#projections';
import { namedProjection } from '../../named-projection.query.js';

/** "Which documents wait, and for what?": a page of those of one projection, by their ids. */
export class ParkedDocumentsQuery extends Query<Page<ParkedEntry>> {
  constructor(
    readonly projection: string,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(ParkedDocumentsQuery)
export class ParkedDocumentsHandler implements IQueryHandler<ParkedDocumentsQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ projection, page }: ParkedDocumentsQuery): Promise<Page<ParkedEntry>> {
    namedProjection(this.engine, projection);
    return pageOf(
      { collection: this.engine.parkedDocuments(projection), waiting: undefined },
      { filter: {}, sort: [], page },
    );
  }
}
