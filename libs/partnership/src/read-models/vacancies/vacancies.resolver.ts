import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import {
  connectionType,
  type Page,
  PageArgs,
  type RequestContext,
  sortInput,
  type SortInput,
  withoutNulls,
} from '#graphql';
import type { PartnershipStatus } from '../../domain/vocabulary.js';
import { PartnershipStatusEnum } from '../../graphql-enums.js';
import { VacanciesQuery } from './vacancies.query.js';
import { Vacancy } from './vacancy.js';

const { Connection, TotalCountResolver } = connectionType('Vacancy', Vacancy);

/** Counts vacancies when the total is asked for. */
export const VacancyTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class VacancyFilter {
  @Field(() => SideEnum, { nullable: true })
  readonly side?: Side;

  @Field(() => ID, { nullable: true })
  readonly managerId?: string;

  @Field(() => [PartnershipStatusEnum], { nullable: true, description: 'Every open state unless given.' })
  readonly states?: readonly PartnershipStatus[];
}

const sortPaths = { since: 'gap.from', state: 'state' } as const;
type SortField = keyof typeof sortPaths;
const VacancySort = sortInput('Vacancy', Object.keys(sortPaths) as readonly SortField[]);

/** The sides without a responsible contact. */
@Resolver()
export class VacanciesResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'The sides of open partnerships that have no responsible contact now, by default the longest first.',
  })
  vacancies(
    @Args() page: PageArgs,
    @Args('filter', { type: () => VacancyFilter, nullable: true }) filter: VacancyFilter | null,
    @Args('sort', { type: () => VacancySort, nullable: true }) sort: SortInput<SortField> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<Vacancy>> {
    const { by, direction } = sort ?? { by: 'since' as const, direction: 'asc' as const };
    return this.queries.execute(
      new VacanciesQuery(actor, withoutNulls(filter ?? {}), [[sortPaths[by], direction]], page),
    );
  }
}
