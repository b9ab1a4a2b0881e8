import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import {
  connectionType,
  LocalDate,
  type Page,
  PageArgs,
  type RequestContext,
  sortInput,
  type SortInput,
  withoutNulls,
} from '#graphql';
import type {
  CommunicationChannel,
  CommunicationDirection,
  CommunicationScope,
} from '../../domain/events/communication.js';
import { CommunicationChannelEnum, CommunicationDirectionEnum, CommunicationScopeEnum } from '../../graphql-enums.js';
import { CommunicationEntry } from './communication-entry.js';
import { CommunicationTimelineQuery } from './communication-timeline.query.js';

const { Connection, TotalCountResolver } = connectionType('Communication', CommunicationEntry);

/** Counts exchanges when the total is asked for. */
export const CommunicationTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class CommunicationFilter {
  @Field(() => [CommunicationChannelEnum], { nullable: true })
  readonly channels?: readonly CommunicationChannel[];

  @Field(() => [CommunicationDirectionEnum], { nullable: true })
  readonly directions?: readonly CommunicationDirection[];

  @Field(() => CommunicationScopeEnum, { nullable: true })
  readonly scope?: CommunicationScope;

  @Field(() => Boolean, { nullable: true, description: 'True: only real exchanges.' })
  readonly substantive?: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'First day.' })
  readonly from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day.' })
  readonly to?: string;
}

const sortFields = ['on'] as const;
const CommunicationSort = sortInput('Communication', sortFields);

/** What was exchanged about a partnership. */
@Resolver()
export class CommunicationTimelineResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'The exchanges of a partnership, newest first; none of a partnership that the asker may not see.',
  })
  communicationTimeline(
    @Args('partnershipId', { type: () => ID }) partnershipId: string,
    @Args() page: PageArgs,
    @Args('filter', { type: () => CommunicationFilter, nullable: true }) filter: CommunicationFilter | null,
    @Args('sort', { type: () => CommunicationSort, nullable: true })
    sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<CommunicationEntry>> {
    const { by, direction } = sort ?? { by: 'on' as const, direction: 'desc' as const };
    return this.queries.execute(
      new CommunicationTimelineQuery(actor, partnershipId, withoutNulls(filter ?? {}), [[by, direction]], page),
    );
  }
}
