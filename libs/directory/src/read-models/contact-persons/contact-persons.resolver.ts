import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
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
import type { Side } from '../../domain/facts.js';
import { SideEnum } from '../../graphql-enums.js';
import { ContactPerson } from './contact-person.js';
import { ContactPersonsQuery } from './contact-persons.query.js';

const { Connection, TotalCountResolver } = connectionType('ContactPerson', ContactPerson);

/** Counts contact persons when the total is asked for. */
export const ContactPersonTotalCountResolver = TotalCountResolver;

@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class ContactPersonFilter {
  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => SideEnum, { nullable: true })
  readonly side?: Side;

  @Field(() => ID, { nullable: true })
  readonly companyId?: string;

  @Field(() => Boolean, { nullable: true })
  readonly erased?: boolean;
}

const sortFields = ['registeredOn', 'side', 'companyId'] as const;
const ContactPersonSort = sortInput('ContactPerson', sortFields);

@Resolver(() => ContactPerson)
export class ContactPersonsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, { description: 'The contact persons, by default the latest first. Own side only.' })
  contactPersons(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ContactPersonFilter, nullable: true }) filter: ContactPersonFilter | null,
    @Args('sort', { type: () => ContactPersonSort, nullable: true })
    sort: SortInput<(typeof sortFields)[number]> | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<ContactPerson>> {
    requireOwnSide(actor);
    const { id, ...rest } = withoutNulls(filter ?? {});
    const { by, direction } = sort ?? { by: 'registeredOn' as const, direction: 'desc' as const };
    const wanted = { ...rest, ...(id === undefined ? {} : { _id: id }) };
    return this.queries.execute(new ContactPersonsQuery(actor, wanted, [[by, direction]], page));
  }
}
