import { Inject, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Query, Resolver } from '@nestjs/graphql';
import { KnownAt, type RequestContext, requireOwnSide } from '#graphql';
import type { DefinedProjection } from '../define-projection.js';
import { DocumentByIdQuery } from './document-by-id.query.js';
import { queryNames } from './query-names.js';

/** The query for one document of a projection, `lifecycleFunnel(id)`: its resolver. */
export function documentById(type: string, projection: DefinedProjection): Type {
  @Resolver()
  class DocumentByIdResolver {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @Query(() => projection.document, {
      name: queryNames(type).one,
      nullable: true,
      description: `One document of the projection ${projection.name}, null when there is none. Own side only.`,
    })
    document(
      @Args('id', { type: () => ID, description: "What the projection's key gives for the events that change it." })
      id: string,
      @KnownAt(projection) knownAt: string | null | undefined,
      @Context() { actor }: RequestContext,
    ): Promise<object | undefined> {
      requireOwnSide(actor);
      return this.queries.execute(new DocumentByIdQuery(projection, id, knownAt));
    }
  }
  Object.defineProperty(DocumentByIdResolver, 'name', { value: `${type}ByIdResolver` });
  return DocumentByIdResolver;
}
