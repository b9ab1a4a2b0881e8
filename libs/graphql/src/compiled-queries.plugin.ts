import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from './request-context.js';

/**
 * Runs queries as compiled functions, which more than doubles the requests per second (stack.md section 4). When a
 * compiled run has errors, it steps aside and graphql-js runs the query again, so that errors keep Apollo's form.
 */
export function compiledQueriesPlugin(max = 500): ApolloServerPlugin<RequestContext> {
  const compiled = new LRUCache<string, CompiledQuery | 'not compilable'>({ max });
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
          const key = `${queryHash}:${operationName ?? ''}`;
          let query = compiled.get(key);
          if (query === undefined) {
            const made = compileQuery(schema, document, operationName ?? undefined, {
              disableLeafSerialization: false,
            });
            query = isCompiledQuery(made) ? made : 'not compilable';
            compiled.set(key, query);
          }
          if (query === 'not compilable') return null;
          const result = await query.query({}, contextValue, request.variables ?? {});
          if (result.errors !== undefined && result.errors.length > 0) return null;
          return {
            body: { kind: 'single', singleResult: { data: result.data as Record<string, unknown> } },
            http: undefined,
          } as never;
        },
      }),
  };
}
