import type { ApolloServerPlugin } from '@apollo/server';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
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
export const defaultQueryLimits: QueryLimits = { depth: 16, cost: 20_000, aliases: 30, roots: 20 };

interface Shape {
  readonly depth: number;
  readonly aliases: number;
  /** Fields with every fragment written out. */
  readonly fields: number;
}

/** An operation about to run. */
export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Record<string, unknown>;
  /** Stands for the document where the cost of an operation is remembered; not remembered without it. */
  readonly key?: string;
}

/** Throws `QUERY_TOO_LARGE` with the limit and the way out for an operation beyond the limits. */
export type LimitCheck = (asked: AskedOperation) => void;

/** The check of operations against the limits. */
export function limitCheck(limits: QueryLimits = defaultQueryLimits): LimitCheck {
  const costs = new LRUCache<string, number>({ max: 1000 });
  // Apollo keeps the documents of the queries that are asked again.
  const shapes = new WeakMap<DocumentNode, Shape>();

  const rememberedShape = (document: DocumentNode): Shape => {
    let shape = shapes.get(document);
    if (shape === undefined) shapes.set(document, (shape = shapeOf(document)));
    return shape;
  };

  const rememberedCost = (asked: AskedOperation): number => {
    if (asked.key === undefined) return costOf(asked) ?? 0;
    const key = `${asked.key}${JSON.stringify(Object.entries(asked.variables).filter(bearsOnCost))}`;
    const known = costs.get(key);
    if (known !== undefined) return known;
    const cost = costOf(asked);
    // What cannot run has no cost, and what it would cost with other values is not known.
    if (cost !== undefined) costs.set(key, cost);
    return cost ?? 0;
  };

  return (asked) => {
    refuse('roots', asked.operation.selectionSet.selections.length, limits.roots);
    const shape = rememberedShape(asked.document);
    refuse('depth', shape.depth, limits.depth);
    refuse('aliases', shape.aliases, limits.aliases);
    // Fragments that spread each other twice grow without bound when written out: refused before that is done.
    refuse('cost', shape.fields, limits.cost);
    refuse('cost', rememberedCost(asked), limits.cost);
  };
}

/** Refuses operations beyond the limits before anything runs. */
export function queryLimitsPlugin(limits: QueryLimits = defaultQueryLimits): ApolloServerPlugin {
  const check = limitCheck(limits);
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, request, operation, queryHash }) => {
          const variables = request.variables ?? {};
          const key = `${queryHash}${request.operationName ?? ''}`;
          if (operation !== undefined) check({ schema, document, operation, variables, key });
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

/** Page sizes and what `@include` and `@skip` decide by: the rest of the variables may be anything. */
function bearsOnCost([, value]: readonly [string, unknown]): boolean {
  return typeof value === 'number' || typeof value === 'boolean';
}

/** `undefined` for variables that do not fit: the execution refuses them next, each with its path. */
function costOf({ schema, document, operation, variables }: AskedOperation): number | undefined {
  if (getVariableValues(schema, operation.variableDefinitions ?? [], variables).errors !== undefined) return undefined;
  return getComplexity({
    schema,
    query: document,
    variables,
    ...(operation.name === undefined ? {} : { operationName: operation.name.value }),
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
  const measured = new Map<string, Shape>();
  const fragmentShape = (name: string): Shape => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    const fragment = fragments.get(name);
    const shape = fragment === undefined ? EMPTY : selectionShape(fragment.selectionSet, fragmentShape);
    measured.set(name, shape);
    return shape;
  };
  return together(
    document.definitions.map((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? selectionShape(definition.selectionSet, fragmentShape) : EMPTY,
    ),
  );
}

const EMPTY: Shape = { depth: 0, aliases: 0, fields: 0 };

function selectionShape(set: SelectionSetNode, fragmentShape: (name: string) => Shape): Shape {
  return together(
    set.selections.map((selection): Shape => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return fragmentShape(selection.name.value);
      const inner =
        selection.selectionSet === undefined ? EMPTY : selectionShape(selection.selectionSet, fragmentShape);
      if (selection.kind === Kind.INLINE_FRAGMENT) return inner;
      const aliases = inner.aliases + (selection.alias === undefined ? 0 : 1);
      return { depth: inner.depth + 1, aliases, fields: inner.fields + 1 };
    }),
  );
}

function together(shapes: readonly Shape[]): Shape {
  let [depth, aliases, fields] = [0, 0, 0];
  for (const shape of shapes) {
    depth = Math.max(depth, shape.depth);
    aliases += shape.aliases;
    fields += shape.fields;
  }
  return { depth, aliases, fields };
}
