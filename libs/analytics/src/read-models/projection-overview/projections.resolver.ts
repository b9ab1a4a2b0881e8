import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, requireOwnSide } from '#graphql';
import { ProjectionOverview } from './projection-overview.js';
import { ProjectionsQuery } from './projections.query.js';

/** The projections and how they are doing. */
@Resolver()
export class ProjectionsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [ProjectionOverview], {
    description: 'The projections by name: builds, lag, parked documents, and the last decision about each.',
  })
  projections(
    @Args('name', { type: () => String, nullable: true, description: 'Only this one.' }) name: string | null,
    @Context() { actor }: RequestContext,
  ): Promise<readonly ProjectionOverview[]> {
    requireOwnSide(actor);
    return this.queries.execute(new ProjectionsQuery(actor, name ?? undefined));
  }
}
