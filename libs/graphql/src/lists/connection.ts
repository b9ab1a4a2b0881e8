import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Filter, keysetOf, type Sort } from '#document-store';
import { encodeCursor } from './cursor.js';
import { type PageArgs, pageRequest } from './page-args.js';
import { declareParkedSince, withParkedSince } from './parked-since.js';
import type { ServedDocuments } from './served-documents.js';

/** Relay's page information. */
@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  readonly hasNextPage!: boolean;

  @Field(() => Boolean)
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true })
  readonly startCursor?: string;

  @Field(() => String, { nullable: true })
  readonly endCursor?: string;
}

/** A page of rows; the total is counted only when it is asked for. */
export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly count: () => Promise<number>;
}

/** The GraphQL types of a list: its connection, and the resolver of its total count for the module's providers. */
export interface ConnectionType<Node> {
  readonly Connection: Type<Page<Node>>;
  readonly TotalCountResolver: Type;
}

/**
 * Declares `<name>Connection` and `<name>Edge` for a list of nodes (Relay cursor connections). `of`: the documents of a read model
 * say since when they wait ({@link declareParkedSince}).
 */
export function connectionType<Node extends object>(
  name: string,
  node: Type<Node>,
  of: 'documents' | 'other nodes' = 'documents',
): ConnectionType<Node> {
  if (of === 'documents') declareParkedSince(node);

  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    readonly cursor!: string;

    @Field(() => node)
    readonly node!: Node;
  }

  @ObjectType(`${name}Connection`)
  class Connection implements Page<Node> {
    @Field(() => [Edge])
    readonly edges!: readonly Edge[];

    @Field(() => PageInfo)
    readonly pageInfo!: PageInfo;

    readonly count!: () => Promise<number>;
  }

  @Resolver(() => Connection)
  class TotalCountResolver {
    @ResolveField(() => Int, { description: 'Rows in the whole list, not only on this page.' })
    totalCount(@Parent() page: Connection): Promise<number> {
      return page.count();
    }
  }
  Object.defineProperty(TotalCountResolver, 'name', { value: `${name}TotalCountResolver` });
  return { Connection, TotalCountResolver };
}

/** What a list asks for. */
export interface ListQuery<Document extends object> {
  readonly filter: Filter<Document>;
  readonly sort: Sort<Document>;
  readonly page: PageArgs;
}

/**
 * One page of documents. `present` adds what is joined at query time, for all rows of the page at once; it is given their ids, too.
 * Throws `BAD_USER_INPUT` for paging arguments that break a rule.
 */
export async function pageOf<Document extends object>(
  { collection, waiting }: ServedDocuments<Document>,
  { filter, sort, page }: ListQuery<Document>,
  present: (documents: readonly Document[], ids: readonly string[]) => Promise<readonly Document[]> = (documents) =>
    Promise.resolve(documents),
): Promise<Page<Document>> {
  const request = pageRequest(page, sort.length);
  const { documents: found, hasMore } = await collection.find({ filter, sort, ...request });
  const ids = found.map(({ id }) => id);
  const presented = await present(
    found.map(({ document }) => document),
    ids,
  );
  const nodes = await withParkedSince(presented, ids, waiting);
  const edges = found.map(({ id, document }, index) => ({
    cursor: encodeCursor(keysetOf(sort, id, document)),
    node: nodes[index] ?? document,
  }));
  const forwards = request.direction === 'forwards';
  const [startCursor, endCursor] = [edges.at(0)?.cursor, edges.at(-1)?.cursor];
  return {
    edges,
    pageInfo: {
      hasNextPage: forwards ? hasMore : request.before !== undefined,
      hasPreviousPage: forwards ? request.after !== undefined : hasMore,
      ...(startCursor === undefined ? {} : { startCursor }),
      ...(endCursor === undefined ? {} : { endCursor }),
    },
    count: () => collection.count(filter),
  };
}
