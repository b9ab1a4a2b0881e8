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
import { type PartnerCategory, PartnerCategoryEnum } from '#programme';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import { PartnershipStatusEnum } from '../../graphql-enums.js';
import { Partnership } from './partnership.js';
import { PartnershipQuery, PartnershipsQuery } from './partnerships.query.js';

const { Connection, TotalCountResolver } = connectionType('Partnership', Partnership);

/** Counts partnerships when the total is asked for. */
export const PartnershipTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnershipFilter {
  @Field(() => [PartnershipStatusEnum], { nullable: true })
  readonly states?: readonly PartnershipStatus[];

  @Field(() => [PartnerCategoryEnum], { nullable: true })
  readonly categories?: readonly PartnerCategory[];

  @Field(() => ID, { nullable: true })
  readonly managerId?: string;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only open ones that nobody looks after: without a partner manager, or with one who was dismissed. The way out is AssignPartnerManager or ReassignPartnerManager.',
  })
  readonly unattendedOnly?: boolean;
}

const sortFields = ['openedOn', 'nextReviewOn', 'lastContactOn', 'endsOn', 'state', 'category'] as const;
const PartnershipSort = sortInput('Partnership', sortFields);

/** The partnerships, one and all. */
@Resolver(() => Partnership)
export class PartnershipOverviewResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Partnership, { nullable: true, description: 'One partnership; null when there is none with this id.' })
  partnership(
    @Args('id', { type: () => ID }) id: string,
    @Context() { actor }: RequestContext,
  ): Promise<Partnership | undefined> {
    return this.queries.execute(new PartnershipQuery(actor, id));
  }

  @Query(() => Connection, { description: 'The partnerships, by default the latest opened first.' })
  partnerships(
    @Args() page: PageArgs,
    @Args('filter', { type: () => PartnershipFilter, nullable: true }) filter: PartnershipFilter | null,
    @Args('sort', { type: () => PartnershipSort, nullable: true }) sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<Partnership>> {
    const { by, direction } = sort ?? { by: 'openedOn' as const, direction: 'desc' as const };
    return this.queries.execute(new PartnershipsQuery(actor, withoutNulls(filter ?? {}), [[by, direction]], page));
  }
}
