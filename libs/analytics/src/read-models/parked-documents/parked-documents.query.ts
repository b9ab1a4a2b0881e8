import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { badArgument, type Page, type PageArgs, pageOf } from '#graphql';
import { type ParkedEntry, ProjectionEngine } from '#projections';

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
    if (!this.engine.registered().some(({ name }) => name === projection))
      throw badArgument(
        'projection',
        `There is no projection "${projection}". Ask for \`projections\` to see all there are.`,
      );
    return pageOf(this.engine.parkedDocuments(projection), { filter: {}, sort: [], page });
  }
}
