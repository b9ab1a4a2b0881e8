import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import { LRUCache } from 'lru-cache';
import { MAX_PAGE } from '../lists/page-args.js';

/** What one operation may ask for. */
export interface QueryLimits {
  /** Levels of selection. */
  readonly depth: number;
  /** Fields asked for, each row of a list counted, as estimated from the page sizes. */
  readonly cost: number;
  /** Fields under another name. */
  readonly aliases: number;
  /** Fields at the top of the operation. */
  readonly roots: number;
}

/** The limits unless configured otherwise: introspection by the explorer fits, a page of everything does, a scrape does not. */
export const defaultQueryLimits: QueryLimits = { depth: 14, cost: 20_000, aliases: 30, roots: 20 };

interface Shape {
  readonly depth: number;
  readonly aliases: number;
}

/** Refuses operations beyond the limits before anything runs, with the limit and the way out in the message. */
export function queryLimitsPlugin(limits: QueryLimits = defaultQueryLimits): ApolloServerPlugin {
  const costs = new LRUCache<string, number>({ max: 1000 });
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, request, operation, queryHash }) => {
          if (operation === undefined) return Promise.resolve();
          refuse('roots', operation.selectionSet.selections.length, limits.roots);
          const shape = shapeOf(document);
          refuse('depth', shape.depth, limits.depth);
          refuse('aliases', shape.aliases, limits.aliases);
          const key = `${queryHash ?? ''}${request.operationName ?? ''}${JSON.stringify(request.variables)}`;
          const cost = costs.get(key) ?? costOf(schema, document, request);
          costs.set(key, cost);
          refuse('cost', cost, limits.cost);
          return Promise.resolve();
        },
      }),
  };
}

const remedies = {
  roots: 'Split it into several operations.',
  depth: 'Ask for nested things in a second query.',
  aliases: 'Send variables instead of repeating a field under other names.',
  cost: 'Ask for smaller pages or fewer fields.',
} as const;

function refuse(kind: keyof QueryLimits, actual: number, limit: number): void {
  if (actual <= limit) return;
  throw new GraphQLError(
    `The operation's ${kind} is ${String(actual)}; at most ${String(limit)} is allowed. ${remedies[kind]}`,
    { extensions: { code: 'QUERY_TOO_LARGE', limit: kind, http: { status: 400 } } },
  );
}

function costOf(
  schema: GraphQLSchema,
  query: DocumentNode,
  request: { readonly variables?: Record<string, unknown>; readonly operationName?: string },
): number {
  return getComplexity({
    schema,
    query,
    variables: request.variables ?? {},
    ...(request.operationName === undefined ? {} : { operationName: request.operationName }),
    estimators: [
      fieldExtensionsEstimator(),
      ({ args, childComplexity }) => {
        const asked = (args['first'] ?? args['last']) as unknown;
        return typeof asked === 'number' ? 1 + Math.min(asked, MAX_PAGE) * childComplexity : undefined;
      },
      simpleEstimator({ defaultComplexity: 1 }),
    ],
  });
}

function shapeOf(document: DocumentNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const shapes = document.definitions.map((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION ? measure(definition.selectionSet, fragments) : EMPTY,
  );
  return { depth: Math.max(0, ...shapes.map(({ depth }) => depth)), aliases: sum(shapes) };
}

const EMPTY: Shape = { depth: 0, aliases: 0 };

function sum(shapes: readonly Shape[]): number {
  return shapes.reduce((total, { aliases }) => total + aliases, 0);
}

function measure(set: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): Shape {
  const shapes = set.selections.map((selection): Shape => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      return fragment === undefined ? EMPTY : measure(fragment.selectionSet, fragments);
    }
    const inner = selection.selectionSet === undefined ? EMPTY : measure(selection.selectionSet, fragments);
    if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
    return { depth: inner.depth + 1, aliases: inner.aliases + (selection.alias === undefined ? 0 : 1) };
  });
  return { depth: Math.max(0, ...shapes.map(({ depth }) => depth)), aliases: sum(shapes) };
}
