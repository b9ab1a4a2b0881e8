import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Field, InputType, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, requireOwnSide, withoutNulls } from '#graphql';
import { CatalogueEntry } from './catalogue-entry.js';
import { EventCatalogueQuery } from './event-catalogue.query.js';

/** Narrows the catalogue; several conditions hold together. */
@InputType({ description: 'Narrows the catalogue; several conditions hold together.' })
export class EventCatalogueFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only events of this context: partnership, programme, directory.',
  })
  readonly context?: string;

  @Field(() => String, { nullable: true, description: 'Only types whose names contain this, in any case.' })
  readonly type?: string;
}

/** The event catalogue: where analysts and auditors start. */
@Resolver()
export class EventCatalogueResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => [CatalogueEntry], {
    description:
      'Every kind of fact that Accord records: meaning, fields, who records it, who reads it, how many there are.',
  })
  eventCatalogue(
    @Args('filter', { type: () => EventCatalogueFilter, nullable: true }) filter: EventCatalogueFilter | null,
    @Context() { actor }: RequestContext,
  ): Promise<readonly CatalogueEntry[]> {
    requireOwnSide(actor);
    return this.queries.execute(new EventCatalogueQuery(withoutNulls(filter ?? {})));
  }
}
