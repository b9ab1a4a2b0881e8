import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { CLOCK, type Clock } from '#event-sourcing';
import { askedDocuments, badArgument } from '#graphql';
import { ProjectionEngine } from '#projections';
import type { DefinedProjection } from '../define-projection.js';
import { type Group, groupOf, groupPipeline, type GroupsWanted } from './group-pipeline.js';

/** The most groups one answer may have: more are no overview. */
export const MAX_GROUPS = 1_000;

/** How many documents of a projection there are by group, and what they come to. */
export class GroupsQuery extends Query<readonly Group[]> {
  constructor(
    readonly projection: DefinedProjection,
    readonly wanted: GroupsWanted,
    /** As the documents were known then; only for a temporal projection. */
    readonly knownAt?: string | null,
  ) {
    super();
  }
}

/** Answers every {@link GroupsQuery}. Throws `BAD_USER_INPUT` when there are more than {@link MAX_GROUPS}. */
@QueryHandler(GroupsQuery)
export class GroupsHandler implements IQueryHandler<GroupsQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ projection, wanted, knownAt }: GroupsQuery): Promise<readonly Group[]> {
    const { collection } = askedDocuments(this.engine, projection, knownAt, this.clock);
    const rows = await collection.aggregate(groupPipeline(wanted, MAX_GROUPS + 1));
    if (rows.length > MAX_GROUPS)
      throw badArgument(
        'by',
        `There are more than ${String(MAX_GROUPS)} groups. Group by fields with fewer values, or narrow the filter.`,
      );
    return rows.map((row) => groupOf(row, wanted));
  }
}
