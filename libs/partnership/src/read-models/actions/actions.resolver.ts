import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
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
import type { ActionStatus } from '../../domain/events/actions.js';
import { ActionStatusEnum } from '../../graphql-enums.js';
import { ActionsQuery } from './actions.query.js';
import { AgreedAction } from './agreed-action.js';

const { Connection, TotalCountResolver } = connectionType('Action', AgreedAction);

/** Counts actions when the total is asked for. */
export const ActionTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class ActionFilter {
  @Field(() => ID, { nullable: true })
  readonly partnershipId?: string;

  @Field(() => ID, { nullable: true, description: 'Of the open partnerships that this manager looks after now.' })
  readonly managerId?: string;

  @Field(() => SideEnum, { nullable: true, description: 'PARTNER: what did they promise?' })
  readonly ownerSide?: Side;

  @Field(() => ID, { nullable: true })
  readonly ownerPersonId?: string;

  @Field(() => [ActionStatusEnum], { nullable: true })
  readonly status?: readonly ActionStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Only open ones that were due before today.' })
  readonly overdueOnly?: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'Only those due on or before this day.' })
  readonly dueUntil?: string;
}

const sortFields = ['dueOn', 'agreedOn', 'replanCount'] as const;
const ActionSort = sortInput('Action', sortFields);

/** The agreed actions. */
@Resolver()
export class ActionsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, { description: 'The agreed actions, by default the earliest due first.' })
  actions(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ActionFilter, nullable: true }) filter: ActionFilter | null,
    @Args('sort', { type: () => ActionSort, nullable: true }) sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<AgreedAction>> {
    const { by, direction } = sort ?? { by: 'dueOn' as const, direction: 'asc' as const };
    return this.queries.execute(new ActionsQuery(actor, withoutNulls(filter ?? {}), [[by, direction]], page));
  }
}
