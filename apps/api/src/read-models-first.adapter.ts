import type { FastifyInstance } from 'fastify';
import type { Lifecycle } from '#platform';

const UNAVAILABLE = 503;
const GRAPHQL = /^\/graphql(\?|$)/;

/** What GraphQL answers while the read models are still being built. */
const NOT_YET = {
  errors: [
    {
      message: 'The read models are still being built from the log. Ask again in a moment; nothing was lost.',
      extensions: { code: 'READ_MODEL_BEHIND', retryable: true },
    },
  ],
};

/**
 * GraphQL is closed until the read models have caught up with the log for the first time, commands included: decisions
 * ask read models too, and one that is half built has the wrong answers. Everything else answers at once.
 */
export function closeUntilReadModelsAreBuilt(server: FastifyInstance, lifecycle: Lifecycle): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (lifecycle.readModelsAreBuilt || !GRAPHQL.test(request.url)) {
      done();
      return;
    }
    void reply.status(UNAVAILABLE).header('retry-after', '1').send(NOT_YET);
  });
}
