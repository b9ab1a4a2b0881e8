import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { Position } from '#event-sourcing';
import type { RequestContext } from '../request-context.js';

/** The header in which a client sends the position it has seen, and in which every response names its own. */
export const POSITION_HEADER = 'accord-position';

/** How far the read models are: what the projection engine knows. */
export interface ReadModelProgress {
  /** The position that every read model has passed. */
  position(): Position;
  /** True as soon as every read model has passed the position, false when that takes longer than the limit. */
  waitFor(position: Position, projections: undefined, timeoutMs: number): Promise<boolean>;
}

/**
 * Read your writes (design.md section 7): a query waits until the read models have passed the position in its
 * `accord-position` header, and answers `READ_MODEL_BEHIND` when that takes longer than `timeoutMs`.
 */
export function readYourWritesPlugin(
  progress: ReadModelProgress,
  timeoutMs = 5000,
): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () => {
      let position: Position | undefined;
      return Promise.resolve({
        didResolveOperation: async ({ operation, contextValue }) => {
          const { seen } = contextValue;
          if (operation?.operation === OperationTypeNode.QUERY && seen !== undefined && seen > progress.position())
            if (!(await progress.waitFor(seen, undefined, timeoutMs))) throw behind(progress.position(), seen);
          position = progress.position();
        },
        willSendResponse: ({ contextValue, response }) => {
          // The context is missing when it could not be made: a request without a valid token.
          const written = (contextValue as RequestContext | undefined)?.written;
          const passed = written ?? position;
          if (passed !== undefined) response.http.headers.set(POSITION_HEADER, passed);
          return Promise.resolve();
        },
      });
    },
  };
}

function behind(at: Position, wanted: Position): GraphQLError {
  return new GraphQLError(
    `The read models are at ${at} and have not reached ${wanted} in time. Ask again; nothing was lost.`,
    { extensions: { code: 'READ_MODEL_BEHIND', retryable: true, position: at, http: { status: 503 } } },
  );
}
