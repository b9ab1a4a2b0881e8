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
import type { TerminationBoardState } from '../../domain/termination-board-states.js';
import { TerminationBoardStateEnum } from '../../graphql-enums.js';
import { TerminationBoardQuery } from './termination-board.query.js';
import { TerminationCase } from './termination-case.js';

const { Connection, TotalCountResolver } = connectionType('TerminationCase', TerminationCase);

/** Counts cases when the total is asked for. */
export const TerminationCaseTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class TerminationBoardFilter {
  @Field(() => [TerminationBoardStateEnum], {
    nullable: true,
    description: 'By default what is under way: PROPOSED and WINDING_DOWN; with a partnershipId, any.',
  })
  readonly state?: readonly TerminationBoardState[];

  @Field(() => SideEnum, { nullable: true, description: 'The side that made the open offer.' })
  readonly proposingSide?: Side;

  @Field(() => LocalDate, { nullable: true, description: 'Only offers to be answered before this day.' })
  readonly answerDueBefore?: string;

  @Field(() => ID, { nullable: true })
  readonly partnershipId?: string;
}

const sortFields = ['acceptBy', 'endsOn'] as const;
const TerminationCaseSort = sortInput('TerminationCase', sortFields);
const paths = { acceptBy: 'proposal.acceptBy', endsOn: 'endsOn' } as const;

/** What is under way towards ends of partnerships. */
@Resolver()
export class TerminationBoardResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'Open proposals and wind-downs, by default the earliest end first, behind what has none yet.',
  })
  terminationBoard(
    @Args() page: PageArgs,
    @Args('filter', { type: () => TerminationBoardFilter, nullable: true }) filter: TerminationBoardFilter | null,
    @Args('sort', { type: () => TerminationCaseSort, nullable: true })
    sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<TerminationCase>> {
    const { by, direction } = sort ?? { by: 'endsOn' as const, direction: 'asc' as const };
    const wanted = withoutNulls(filter ?? {});
    return this.queries.execute(new TerminationBoardQuery(actor, wanted, [[paths[by], direction]], page));
  }
}
