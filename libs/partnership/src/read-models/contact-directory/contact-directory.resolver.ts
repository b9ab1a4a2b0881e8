import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, ID, InputType, Query, Resolver } from '@nestjs/graphql';
import { type Side, SideEnum } from '#directory';
import {
  connectionType,
  KnownAt,
  LocalDate,
  type Page,
  PageArgs,
  type RequestContext,
  sortInput,
  type SortInput,
  withoutNulls,
} from '#graphql';
import { ContactAssignment } from './contact-assignment.js';
import { ContactDirectoryQuery } from './contact-directory.query.js';
import { contactDirectory } from './contact-directory.js';

const { Connection, TotalCountResolver } = connectionType('ContactAssignment', ContactAssignment);

/** Counts times of duty when the total is asked for. */
export const ContactAssignmentTotalCountResolver = TotalCountResolver;

/** Narrows the list; several conditions hold together. */
@InputType({ description: 'Narrows the list; several conditions hold together.' })
export class ContactFilter {
  @Field(() => ID, { nullable: true })
  readonly partnershipId?: string;

  @Field(() => SideEnum, { nullable: true })
  readonly side?: Side;

  @Field(() => ID, { nullable: true })
  readonly personId?: string;

  @Field(() => LocalDate, { nullable: true, description: 'Only who is responsible on this day.' })
  readonly currentOn?: string;
}

const sortFields = ['validFrom', 'validUntil', 'side'] as const;
const ContactSort = sortInput('Contact', sortFields);

/** The responsible contacts of all partnerships, past, present and planned. */
@Resolver()
export class ContactDirectoryResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'Who is or was the responsible contact of which side, by default the latest duty first.',
  })
  contactDirectory(
    @Args() page: PageArgs,
    @Args('filter', { type: () => ContactFilter, nullable: true }) filter: ContactFilter | null,
    @Args('sort', { type: () => ContactSort, nullable: true }) sort: SortInput<(typeof sortFields)[number]> | null,
    @KnownAt(contactDirectory) knownAt: string | null,
    @Context() { actor }: RequestContext,
  ): Promise<Page<ContactAssignment>> {
    const { by, direction } = sort ?? { by: 'validFrom' as const, direction: 'desc' as const };
    const wanted = withoutNulls(filter ?? {});
    return this.queries.execute(new ContactDirectoryQuery(actor, wanted, [[by, direction]], page, knownAt));
  }
}
