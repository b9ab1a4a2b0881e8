import { Inject } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, Query, Resolver } from '@nestjs/graphql';
import { connectionType, type Page, PageArgs, type RequestContext, requireOwnSide } from '#graphql';
import { ParkedDocument } from './parked-document.js';
import { ParkedDocumentsQuery } from './parked-documents.query.js';

const { Connection, TotalCountResolver } = connectionType('ParkedDocument', ParkedDocument, 'other nodes');

/** Counts parked documents when the total is asked for. */
export const ParkedDocumentTotalCountResolver = TotalCountResolver;

/** The documents that wait. */
@Resolver()
export class ParkedDocumentsResolver {
  constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

  @Query(() => Connection, {
    description: 'The documents of a projection that wait because an event failed; everything else goes on.',
  })
  parkedDocuments(
    @Args('projection', { type: () => String }) projection: string,
    @Args() page: PageArgs,
    @Context() { actor }: RequestContext,
  ): Promise<Page<ParkedDocument>> {
    requireOwnSide(actor);
    return this.queries.execute(new ParkedDocumentsQuery(projection, page));
  }
}
