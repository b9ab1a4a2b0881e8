import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule } from '@nestjs/graphql';
import { v7 as uuidv7 } from 'uuid';
import { compiledQueriesPlugin, formatFault, queryLimitsPlugin, readYourWritesPlugin } from '#graphql';
import { contextFactory } from './authenticated-context.adapter.js';
import { HealthController } from './health.controller.js';
import { LandingController } from './landing/landing.controller.js';
import { contexts } from './contexts.js';
import type { Platform } from './platform.adapter.js';
import { PlatformModule } from './platform.module.js';

/** More words than any question of ours has; what is longer only keeps the parser busy. */
const MAX_TOKENS = 5_000;

/** The whole system as one Nest module over a started platform. */
@Module({})
export class ApiModule {
  static over(platform: Platform): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.over(platform),
        CqrsModule.forRoot(),
        GraphQLModule.forRoot<ApolloDriverConfig>(graphqlOptions(platform)),
        ...contexts,
      ],
      controllers: [LandingController, HealthController],
    };
  }
}

function graphqlOptions({ engine, verifier, log, configuration, store }: Platform): ApolloDriverConfig {
  const context = contextFactory(verifier, store.start);
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    parseOptions: { maxTokens: MAX_TOKENS },
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    context,
    formatError: formatFault((error, correlationId) => {
      log.error({ correlationId, err: error }, 'a request failed');
    }, uuidv7),
    plugins: [
      // Wraps every field resolver otherwise: 22 to 51 % of the throughput (stack.md section 4).
      ApolloServerPluginCacheControlDisabled(),
      queryLimitsPlugin(),
      readYourWritesPlugin(engine, configuration.readYourWritesTimeoutMs),
      compiledQueriesPlugin(),
    ],
    subscriptions: { 'graphql-ws': { path: '/graphql' } },
  };
}
