import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ProjectionEngine } from '#projections';
import { namedProjection } from '../../named-projection.query.js';
import type { ProjectionDocumentPage } from './projection-document-page.js';

/** The documents of a projection as they are kept, in the order of their ids: for those who compare them with the log. */
export class ProjectionDocumentsQuery extends Query<ProjectionDocumentPage> {
  constructor(
    readonly projection: string,
    readonly wanted: { readonly first: number; readonly after?: string; readonly keys?: readonly string[] },
  ) {
    super();
  }
}

@QueryHandler(ProjectionDocumentsQuery)
export class ProjectionDocumentsHandler implements IQueryHandler<ProjectionDocumentsQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ projection: name, wanted }: ProjectionDocumentsQuery): Promise<ProjectionDocumentPage> {
    const projection = namedProjection(this.engine, name);
    const collection = this.engine.collection(projection);
    const status = this.engine.status().find((known) => known.name === name);
    const { first, after, keys } = wanted;
    const { documents, hasMore } = await collection.find({
      limit: first,
      ...(keys === undefined ? {} : { filter: { _id: { $in: keys } } }),
      ...(after === undefined ? {} : { after: { values: [], id: after } }),
    });
    const stored = await collection.getMany(documents.map(({ id }) => id));
    return {
      version: status?.version ?? projection.version,
      build: status?.readModel ?? '',
      hasMore,
      documents: documents.flatMap(({ id }) => {
        const found = stored.get(id);
        return found?.document === undefined
          ? []
          : [{ key: id, position: found.position, json: JSON.stringify(found.document) }];
      }),
    };
  }
}
