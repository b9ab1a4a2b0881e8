import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ProjectionEngine } from '#projections';
import type { DefinedProjection } from '../define-projection.js';

/** One document of a projection by its id. */
export class DocumentByIdQuery extends Query<object | undefined> {
  constructor(
    readonly projection: DefinedProjection,
    readonly id: string,
  ) {
    super();
  }
}

/** Answers every {@link DocumentByIdQuery}. */
@QueryHandler(DocumentByIdQuery)
export class DocumentByIdHandler implements IQueryHandler<DocumentByIdQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  execute({ projection, id }: DocumentByIdQuery): Promise<object | undefined> {
    return this.engine.collection(projection).get(id);
  }
}
