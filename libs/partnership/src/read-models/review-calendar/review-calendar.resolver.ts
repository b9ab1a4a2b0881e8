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
import type { ReviewKind } from '../../domain/events/reviews.js';
import type { ReviewStatus } from '../../domain/review-statuses.js';
import { ReviewKindEnum, ReviewStatusEnum } from '../../graphql-enums.js';
import { ReviewCalendarQuery } from './review-calendar.query.js';
import { Review } from './review.js';

const { Connection, TotalCountResolver } = connectionType('Review', Review);

/** Counts reviews when the total is asked for. */
export const ReviewTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class ReviewFilter {
  @Field(() => ID, { nullable: true })
  readonly partnershipId?: string;

  @Field(() => ID, { nullable: true, description: 'Of the open partnerships that this manager looks after now.' })
  readonly managerId?: string;

  @Field(() => [ReviewKindEnum], { nullable: true })
  readonly kinds?: readonly ReviewKind[];

  @Field(() => [ReviewStatusEnum], { nullable: true })
  readonly status?: readonly ReviewStatus[];

  @Field(() => Boolean, { nullable: true, description: 'Only those planned before today and not held.' })
  readonly overdueOnly?: boolean;

  @Field(() => Boolean, { nullable: true })
  readonly missingPartnerScores?: boolean;

  @Field(() => LocalDate, { nullable: true, description: 'First day in the calendar.' })
  readonly from?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day in the calendar.' })
  readonly to?: string;
}

const sortFields = ['takesPlaceOn', 'plannedOn', 'heldOn'] as const;
const ReviewSort = sortInput('Review', sortFields);

/** The reviews of all partnerships. */
@Resolver()
export class ReviewCalendarResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, { description: 'Reviews planned, held and called off, by default the latest day first.' })
  reviewCalendar(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ReviewFilter, nullable: true }) filter: ReviewFilter | null,
    @Args('sort', { type: () => ReviewSort, nullable: true }) sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<Review>> {
    const { by, direction } = sort ?? { by: 'takesPlaceOn' as const, direction: 'desc' as const };
    return this.queries.execute(new ReviewCalendarQuery(actor, withoutNulls(filter ?? {}), [[by, direction]], page));
  }
}
