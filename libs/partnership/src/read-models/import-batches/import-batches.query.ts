import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Sort } from '#document-store';
import { type Page, type PageArgs, pageOf, requireOwnSide, servedDocuments, withParkedSince } from '#graphql';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import type { ImportBatchStatus } from '../../domain/import-batch/import-batch-state.js';
import type { ImportBatch } from './import-batch.js';
import { importBatches } from './import-batches.js';

/** Which batches are wanted; what is absent does not matter. */
export interface ImportBatchesWanted {
  readonly status?: ImportBatchStatus;
  readonly fileSha256?: string;
}

/** "Which lists were taken over?": a page of the import batches. */
export class ImportBatchesQuery extends Query<Page<ImportBatch>> {
  constructor(
    readonly actor: Actor,
    readonly wanted: ImportBatchesWanted,
    readonly sort: Sort<ImportBatch>,
    readonly page: PageArgs,
  ) {
    super();
  }
}

@QueryHandler(ImportBatchesQuery)
export class ImportBatchesHandler implements IQueryHandler<ImportBatchesQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ actor, wanted, sort, page }: ImportBatchesQuery): Promise<Page<ImportBatch>> {
    requireOwnSide(actor);
    return pageOf(servedDocuments(this.engine, importBatches), { filter: { ...wanted }, sort, page });
  }
}

/** "What became of this list?": one batch, or nothing when there is none with this id. */
export class ImportBatchQuery extends Query<ImportBatch | undefined> {
  constructor(
    readonly actor: Actor,
    readonly id: string,
  ) {
    super();
  }
}

@QueryHandler(ImportBatchQuery)
export class ImportBatchHandler implements IQueryHandler<ImportBatchQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ actor, id }: ImportBatchQuery): Promise<ImportBatch | undefined> {
    requireOwnSide(actor);
    const { collection, waiting } = servedDocuments(this.engine, importBatches);
    const found = await collection.get(id);
    return found && (await withParkedSince([found], [id], waiting)).at(0);
  }
}
