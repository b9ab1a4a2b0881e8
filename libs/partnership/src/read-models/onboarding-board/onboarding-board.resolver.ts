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
import { OnboardingBoardQuery } from './onboarding-board.query.js';
import { OnboardingRow } from './onboarding-row.js';

const { Connection, TotalCountResolver } = connectionType('OnboardingRow', OnboardingRow);

/** Counts the rows of the board when the total is asked for. */
export const OnboardingRowTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class OnboardingFilter {
  @Field(() => ID, { nullable: true })
  readonly managerId?: string;

  @Field(() => [PartnerCategoryEnum], { nullable: true })
  readonly categories?: readonly PartnerCategory[];

  @Field(() => [PartnershipStatusEnum], { nullable: true, description: 'PROSPECTIVE, ONBOARDING, or imported states.' })
  readonly states?: readonly PartnershipStatus[];
}

const sortFields = ['openedOn', 'targetActivationOn'] as const;
const OnboardingSort = sortInput('Onboarding', sortFields);

/** What still blocks activation. */
@Resolver()
export class OnboardingBoardResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'What is missing for activation, and on which side, by default the longest open first.',
  })
  onboardingBoard(
    @Args() page: PageArgs,
    @Args('filter', { type: () => OnboardingFilter, nullable: true }) filter: OnboardingFilter | null,
    @Args('sort', { type: () => OnboardingSort, nullable: true }) sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<OnboardingRow>> {
    const { by, direction } = sort ?? { by: 'openedOn' as const, direction: 'asc' as const };
    return this.queries.execute(new OnboardingBoardQuery(actor, withoutNulls(filter ?? {}), [[by, direction]], page));
  }
}
