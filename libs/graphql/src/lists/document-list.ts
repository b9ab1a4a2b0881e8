import { Inject, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { type IQueryHandler, Query as BusQuery, QueryBus, QueryHandler } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { FieldPath, Filter, Sort, SortDirection } from '#document-store';
import { CLOCK, type Clock, type Position, type Projection } from '#event-sourcing';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import { requireOwnSide } from '../access.js';
import type { Presenter } from '../commands/command-result.js';
import type { RequestContext } from '../request-context.js';
import { withoutNulls } from '../without-nulls.js';
import { withDocumentKey } from './document-key.js';
import { connectionType, type Page, pageOf } from './connection.js';
import { askedDocuments, KnownAt } from './known-at.js';
import { PageArgs } from './page-args.js';
import { sortInput, type SortInput } from './sort-input.js';

/** A list that shows the documents of one projection as they are. */
export interface DocumentList<Document extends object, Field extends FieldPath<Document>> {
  /** The query's name, `partnerCompanies`. */
  readonly query: string;
  /** The name its types begin with, `PartnerCompany`. */
  readonly name: string;
  readonly description: string;
  readonly projection: Projection<Document, never>;
  /** An input type whose fields are document fields, each optional; `id` means the document's id. */
  readonly filter: Type<object>;
  /** Reads an input of that type, without nulls, where its fields ask for more than equality. */
  readonly where?: (input: object) => Filter<object>;
  /** At least one. */
  readonly sortFields: readonly Field[];
  readonly defaultSort: readonly [Field, SortDirection];
  /** `own` keeps representatives of a partner out: the list is about other companies too. */
  readonly readers: 'own' | 'everybody';
  readonly presenter?: Type<Presenter<Document>>;
  /** Its documents carry their ids (`documentKeyOf`), for fields of their type that need them. */
  readonly isKeyed?: true;
  /** `false`: its documents have a field `parkedSince` of their own. */
  readonly saysParked?: false;
}

/** A page of a projection's documents, and how far the projection was when it was looked up. */
export interface DocumentPage extends Page<object> {
  readonly position: Position;
}

/** A page of a projection's documents, asked over the QueryBus. */
export class DocumentsQuery extends BusQuery<DocumentPage> {
  constructor(
    readonly actor: Actor,
    readonly list: Pick<DocumentList<object, '_id'>, 'projection' | 'presenter' | 'isKeyed'>,
    readonly filter: Filter<object>,
    readonly sort: Sort<object>,
    readonly page: PageArgs,
    /** As it was known then; only for a temporal projection. */
    readonly knownAt?: string | null,
  ) {
    super();
  }
}

/** Answers every {@link DocumentsQuery}. */
@QueryHandler(DocumentsQuery)
export class DocumentsHandler implements IQueryHandler<DocumentsQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ModuleRef) private readonly modules: ModuleRef,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ actor, list, filter, sort, page, knownAt }: DocumentsQuery): Promise<DocumentPage> {
    const { projection, presenter, isKeyed } = list;
    const asked = askedDocuments(this.engine, projection, knownAt, this.clock);
    // Before it is looked: the page may hold more than it says, never less.
    const position = this.engine.position(projection.name);
    const found = await pageOf(asked, { filter, sort, page }, async (documents, ids) => {
      const presented =
        presenter === undefined
          ? documents
          : await this.modules.get(presenter, { strict: false }).present(documents, actor);
      return isKeyed === true ? presented.map((row, index) => withDocumentKey(row, ids[index] ?? '')) : presented;
    });
    return { ...found, position };
  }
}

/** Declares a list query: connection types, filter, sorting, paging, total count. Its resolvers go into the module. */
export function documentList<Document extends object, Field extends FieldPath<Document>>(
  list: DocumentList<Document, Field>,
): readonly Type[] {
  const { Connection, TotalCountResolver } = connectionType(
    list.name,
    list.projection.document,
    list.saysParked === false ? 'other nodes' : 'documents',
  );
  const SortType = sortInput(list.name, list.sortFields);

  @Resolver()
  class ListResolver {
    constructor(@Inject(QueryBus) private readonly queries: QueryBus) {}

    @Query(() => Connection, { name: list.query, description: list.description })
    list(
      @Args() page: PageArgs,
      @Args('filter', { type: () => list.filter, nullable: true }) filter: object | null | undefined,
      @Args('sort', { type: () => SortType, nullable: true }) sort: SortInput<Field> | null | undefined,
      @KnownAt(list.projection) knownAt: string | null | undefined,
      @Context() { actor }: RequestContext,
    ): Promise<DocumentPage> {
      if (list.readers === 'own') requireOwnSide(actor);
      const wanted = (list.where ?? whereEqual)(withoutNulls(filter ?? {}));
      const order = sort === null || sort === undefined ? list.defaultSort : ([sort.by, sort.direction] as const);
      return this.queries.execute(
        new DocumentsQuery(
          actor,
          list as unknown as DocumentsQuery['list'],
          wanted,
          [order] as Sort<object>,
          page,
          knownAt,
        ),
      );
    }
  }
  Object.defineProperty(ListResolver, 'name', { value: `${list.name}ListResolver` });

  @Resolver(() => Connection)
  class PositionResolver {
    @ResolveField(() => String, {
      description:
        'Everything up to here in the log is contained. To have the list wait for a position, send that as the header accord-position.',
    })
    position(@Parent() page: DocumentPage): Position {
      return page.position;
    }
  }
  Object.defineProperty(PositionResolver, 'name', { value: `${list.name}PositionResolver` });
  return [ListResolver, TotalCountResolver, PositionResolver];
}

function whereEqual(input: object): Filter<object> {
  const { id, ...rest } = input as { readonly id?: string };
  return { ...rest, ...(id === undefined ? {} : { _id: id }) };
}
