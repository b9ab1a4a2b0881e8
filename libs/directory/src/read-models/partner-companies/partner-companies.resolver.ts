import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import type { Filter } from '#document-store';
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
import { PartnerCompany } from './partner-company.js';
import { PartnerCompaniesQuery } from './partner-companies.query.js';

const { Connection, TotalCountResolver } = connectionType('PartnerCompany', PartnerCompany);

/** Counts companies when the total is asked for. */
export const PartnerCompanyTotalCountResolver = TotalCountResolver;

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class PartnerCompanyFilter {
  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => String, { nullable: true, description: 'The legal name, exactly.' })
  readonly legalName?: string;

  @Field(() => String, { nullable: true })
  readonly lei?: string;

  @Field(() => String, { nullable: true })
  readonly domain?: string;

  @Field(() => String, { nullable: true })
  readonly country?: string;
}

const sortFields = ['legalName', 'country', 'registeredOn'] as const;
const PartnerCompanySort = sortInput('PartnerCompany', sortFields);

@Resolver(() => PartnerCompany)
export class PartnerCompaniesResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, { description: 'The partner companies, by default by name. Own side only.' })
  partnerCompanies(
    @Args() page: PageArgs,
    @Args('filter', { type: () => PartnerCompanyFilter, nullable: true }) filter: PartnerCompanyFilter | null,
    @Args('sort', { type: () => PartnerCompanySort, nullable: true })
    sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<PartnerCompany>> {
    requireOwnSide(actor);
    const { id, ...rest } = withoutNulls(filter ?? {});
    const { by, direction } = sort ?? { by: 'legalName' as const, direction: 'asc' as const };
    const wanted: Filter<PartnerCompany> = { ...rest, ...(id === undefined ? {} : { _id: id }) };
    return this.queries.execute(new PartnerCompaniesQuery(wanted, [[by, direction]], page));
  }
}
