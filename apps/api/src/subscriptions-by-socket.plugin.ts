import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';

/** Refuses subscriptions over HTTP, which Apollo would start and never end. */
export function subscriptionsBySocketPlugin(): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation }) => {
          if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) return Promise.resolve();
          throw new GraphQLError('Subscriptions come over the WebSocket at the same address (graphql-transport-ws).', {
            extensions: { code: 'BAD_REQUEST', http: { status: 400 } },
          });
        },
      }),
  };
}
