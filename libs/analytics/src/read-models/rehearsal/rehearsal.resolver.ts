import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, requireOwnSide } from '#graphql';
import { Rehearsal } from './rehearsal.js';
import { RehearsalQuery } from './rehearsal.query.js';

/** What a rehearsed build would change. */
@Resolver()
export class RehearsalResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Rehearsal, {
    description: 'What would be different if the rehearsed build of a projection were read: by document and field.',
  })
  rehearsal(
    @Args('projection', { type: () => String }) projection: string,
    @Context() { actor }: RequestContext,
  ): Promise<Rehearsal> {
    requireOwnSide(actor);
    return this.queries.execute(new RehearsalQuery(projection));
  }
}
