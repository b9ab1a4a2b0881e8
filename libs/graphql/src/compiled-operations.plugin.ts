import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type DocumentNode, type GraphQLSchema, OperationTypeNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from './request-context.js';

/**
 * Runs queries as compiled functions, which more than doubles the requests per second (stack.md section 4). When a
 * compiled run has errors, it steps aside and graphql-js runs the query again, so that errors keep Apollo's form.
 */
export function compiledQueriesPlugin(max = 500): ApolloServerPlugin<RequestContext> {
  const compiled = new LRUCache<string, CompiledQuery | 'not compilable'>({ max });

  const compiledQuery = (schema: GraphQLSchema, document: DocumentNode, operation: string, hash: string) => {
    const key = `${hash}:${operation}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = compileQuery(schema, document, operation === '' ? undefined : operation);
    const query = isCompiledQuery(made) ? made : 'not compilable';
    compiled.set(key, query);
    return query;
  };

  return {
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: async ({
          schema,
          document,
          operation,
          operationName,
          queryHash,
          request,
          contextValue,
        }) => {
          if (operation.operation !== OperationTypeNode.QUERY) return null;
          const query = compiledQuery(schema, document, operationName ?? '', queryHash ?? '');
          if (query === 'not compilable') return null;
          const { data, errors = [] } = await query.query({}, contextValue, request.variables ?? {});
          if (errors.length > 0) return null;
          const singleResult = { data: data as Record<string, unknown> };
          return { body: { kind: 'single', singleResult }, http: { headers: new HeaderMap() } };
        },
      }),
  };
}
