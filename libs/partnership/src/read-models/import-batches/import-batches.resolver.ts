import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import {
  connectionType,
  type Page,
  PageArgs,
  type RequestContext,
  sortInput,
  type SortInput,
  withoutNulls,
} from '#graphql';
import type { ImportBatchStatus } from '../../domain/import-batch/import-batch-state.js';
import { ImportBatchStatusEnum } from '../../graphql-enums.js';
import { ImportBatch } from './import-batch.js';
import { ImportBatchesQuery, ImportBatchQuery } from './import-batches.query.js';

const { Connection, TotalCountResolver } = connectionType('ImportBatch', ImportBatch);

/** Counts import batches when the total is asked for. */
export const ImportBatchTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class ImportBatchFilter {
  @Field(() => ImportBatchStatusEnum, { nullable: true })
  readonly status?: ImportBatchStatus;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file.' })
  readonly fileSha256?: string;
}

const sortFields = ['stagedAt', 'status'] as const;
const ImportBatchSort = sortInput('ImportBatch', sortFields);

/** The lists that were handed in, one and all. */
@Resolver(() => ImportBatch)
export class ImportBatchesResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => ImportBatch, { nullable: true, description: 'One import batch; null when there is none with this id.' })
  importBatch(
    @Args('id', { type: () => ID }) id: string,
    @Context() { actor }: RequestContext,
  ): Promise<ImportBatch | undefined> {
    return this.queries.execute(new ImportBatchQuery(actor, id));
  }

  @Query(() => Connection, { description: 'The partner lists that were handed in, by default the latest first.' })
  importBatches(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ImportBatchFilter, nullable: true }) filter: ImportBatchFilter | null,
    @Args('sort', { type: () => ImportBatchSort, nullable: true }) sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<ImportBatch>> {
    const { by, direction } = sort ?? { by: 'stagedAt' as const, direction: 'desc' as const };
    return this.queries.execute(new ImportBatchesQuery(actor, withoutNulls(filter ?? {}), [[by, direction]], page));
  }
}
