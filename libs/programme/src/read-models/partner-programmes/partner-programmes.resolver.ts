import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { connectionType, type Page, PageArgs, sortInput, type SortInput, withoutNulls } from '#graphql';
import type { PartnerCategory } from '../../domain/programme-version.js';
import { PartnerCategoryEnum } from '../../graphql-enums.js';
import { PartnerProgramme } from './partner-programme.js';
import { PartnerProgrammesQuery } from './partner-programmes.query.js';

const { Connection, TotalCountResolver } = connectionType('PartnerProgramme', PartnerProgramme);

/** Counts programmes when the total is asked for. */
export const PartnerProgrammeTotalCountResolver = TotalCountResolver;

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnerProgrammeFilter {
  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => PartnerCategoryEnum, { nullable: true })
  readonly category?: PartnerCategory;

  @Field(() => Boolean, { nullable: true, description: 'Has a version that takes new enrolments.' })
  readonly open?: boolean;
}

const sortFields = ['name', 'category', 'draftedOn'] as const;
const PartnerProgrammeSort = sortInput('PartnerProgramme', sortFields);

/** Programmes are rules for everybody: partners may read them too. */
@Resolver(() => PartnerProgramme)
export class PartnerProgrammesResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, { description: 'The partner programmes, by default by name.' })
  partnerProgrammes(
    @Args() page: PageArgs,
    @Args('filter', { type: () => PartnerProgrammeFilter, nullable: true }) filter: PartnerProgrammeFilter | null,
    @Args('sort', { type: () => PartnerProgrammeSort, nullable: true })
    sort: SortInput<(typeof sortFields)[number]> | null,
  ): Promise<Page<PartnerProgramme>> {
    const { id, ...rest } = withoutNulls(filter ?? {});
    const { by, direction } = sort ?? { by: 'name' as const, direction: 'asc' as const };
    const wanted = { ...rest, ...(id === undefined ? {} : { _id: id }) };
    return this.queries.execute(new PartnerProgrammesQuery(wanted, [[by, direction]], page));
  }
}
