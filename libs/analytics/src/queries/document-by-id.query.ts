import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '#event-sourcing';
import { askedDocuments, withDocumentKey, withParkedSince } from '#graphql';
import { ProjectionEngine } from '#projections';
import type { DefinedProjection } from '../define-projection.js';

/** One document of a projection by its id, which it carries. */
export class DocumentByIdQuery extends Query<object | undefined> {
  constructor(
    readonly projection: DefinedProjection,
    readonly id: string,
    /** As it was known then; only for a temporal projection. */
    readonly knownAt?: string | null,
  ) {
    super();
  }
}

/** Answers every {@link DocumentByIdQuery}. */
@QueryHandler(DocumentByIdQuery)
export class DocumentByIdHandler implements IQueryHandler<DocumentByIdQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ projection, id, knownAt }: DocumentByIdQuery): Promise<object | undefined> {
    const { collection, waiting } = askedDocuments(this.engine, projection, knownAt, this.clock);
    const document = await collection.get(id);
    if (document === undefined) return undefined;
    const [found] = await withParkedSince([document], [id], waiting);
    return found && withDocumentKey(found, id);
  }
}
