import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, requireOwnSide } from '#graphql';
import { Portfolio } from './portfolio.js';
import { PortfolioQuery } from './portfolio.query.js';

/** The portfolios of the partner managers. */
@Resolver()
export class PortfolioResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Portfolio, {
    nullable: true,
    description:
      'What a partner manager looks after; without managerId the own. Null when there is no such manager. Own side only.',
  })
  portfolio(
    @Args('managerId', { type: () => ID, nullable: true }) managerId: string | null,
    @Context() { actor }: RequestContext,
  ): Promise<Portfolio | undefined> {
    requireOwnSide(actor);
    return this.queries.execute(new PortfolioQuery(actor, managerId ?? undefined));
  }
}
