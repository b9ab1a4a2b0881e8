import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, InputType, Query, Resolver } from '@nestjs/graphql';
import {
  connectionType,
  type Page,
  PageArgs,
  type RequestContext,
  requireOwnSide,
  sortInput,
  type SortInput,
  withoutNulls,
} from '#graphql';
import { PartnerManager } from './partner-manager.js';
import { PartnerManagersQuery } from './partner-managers.query.js';

const { Connection, TotalCountResolver } = connectionType('PartnerManager', PartnerManager);

/** Counts partner managers when the total is asked for. */
export const PartnerManagerTotalCountResolver = TotalCountResolver;

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnerManagerFilter {
  @Field(() => String, { nullable: true })
  readonly userId?: string;

  @Field(() => Boolean, { nullable: true })
  readonly active?: boolean;
}

const sortFields = ['userId', 'appointedOn'] as const;
const PartnerManagerSort = sortInput('PartnerManager', sortFields);

@Resolver(() => PartnerManager)
export class PartnerManagersResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, { description: 'The partner managers, by default by user id. Own side only.' })
  partnerManagers(
    @Args() page: PageArgs,
    @Args('filter', { type: () => PartnerManagerFilter, nullable: true }) filter: PartnerManagerFilter | null,
    @Args('sort', { type: () => PartnerManagerSort, nullable: true })
    sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<PartnerManager>> {
    requireOwnSide(actor);
    const { by, direction } = sort ?? { by: 'userId' as const, direction: 'asc' as const };
    return this.queries.execute(new PartnerManagersQuery({ ...withoutNulls(filter ?? {}) }, [[by, direction]], page));
  }
}
