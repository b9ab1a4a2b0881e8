import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { type DynamicModule, Module } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { GraphQLModule, GraphQLSchemaHost } from '@nestjs/graphql';
import { AnalyticsModule, type EventExport } from '#analytics';
import { compiledOperationsPlugin, formatFault, limitCheck, queryLimitsPlugin, readYourWritesPlugin } from '#graphql';
import type { TokenVerifier } from '#identity';
import { contexts, HealthModule, type Platform, PlatformModule } from '#platform';
import { contextFactory, socketExpiry } from './authenticated-context.adapter.js';
import {
  EVENT_EXPORT_ACCESS,
  type EventExportAccess,
  EventExportController,
} from './export/event-export.controller.js';
import { LandingController } from './landing/landing.controller.js';
import { LiveSocket } from './live-socket.adapter.js';
import { requestRecordPlugin } from './requests/request-record.plugin.js';
import { subscriptionsBySocketPlugin } from './subscriptions-by-socket.plugin.js';

/** More words than any question of ours has; what is longer only keeps the parser busy. */
const MAX_TOKENS = 5_000;

/** The whole system as one Nest module over a started platform. */
@Module({})
export class ApiModule {
  static over(platform: Platform, verifier: TokenVerifier, events?: EventExport): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        PlatformModule.over(platform),
        HealthModule.over(platform, 'all'),
        CqrsModule.forRoot(),
        GraphQLModule.forRoot<ApolloDriverConfig>(graphqlOptions(platform, verifier)),
        ...contexts,
        AnalyticsModule.over(platform.projectionFiles),
      ],
      controllers: [LandingController, EventExportController],
      providers: [
        { provide: EVENT_EXPORT_ACCESS, useValue: eventExportAccess(platform, verifier, events) },
        {
          provide: LiveSocket,
          inject: [HttpAdapterHost, GraphQLSchemaHost],
          useFactory: (http: HttpAdapterHost, host: GraphQLSchemaHost) => liveSocket(platform, verifier, http, host),
        },
      ],
    };
  }
}

function liveSocket(
  platform: Platform,
  verifier: TokenVerifier,
  http: HttpAdapterHost,
  host: GraphQLSchemaHost,
): LiveSocket {
  return new LiveSocket({
    isOpen: () => platform.lifecycle.phase === 'serving',
    server: () => http.httpAdapter.getHttpServer() as Server,
    schema: () => host.schema,
    contextOf: contextFactory(verifier, platform.store.start),
    expiresAt: socketExpiry,
    checkLimits: limitCheck(),
    formatError: formatErrorOf(platform),
    maxTokens: MAX_TOKENS,
    maxBytes: platform.configuration.maxBodyBytes,
  });
}

function eventExportAccess(platform: Platform, verifier: TokenVerifier, events?: EventExport): EventExportAccess {
  const { log, store } = platform;
  return {
    ...(events !== undefined && { events }),
    contextOf: contextFactory(verifier, store.start),
    formatError: formatErrorOf(platform),
    log: { start: store.start, head: () => store.head() },
    onBreak: (error, correlationId) => {
      log.error({ correlationId, err: error }, 'an export broke off');
    },
  };
}

function formatErrorOf({ log }: Platform) {
  return formatFault((error, correlationId) => {
    log.error({ correlationId, err: error }, 'a request failed');
  }, randomUUID);
}

function graphqlOptions(platform: Platform, verifier: TokenVerifier): ApolloDriverConfig {
  const { engine, configuration, store } = platform;
  const context = contextFactory(verifier, store.start);
  const formatError = formatErrorOf(platform);
  return {
    driver: ApolloDriver,
    autoSchemaFile: true,
    sortSchema: true,
    introspection: true,
    graphiql: false,
    csrfPrevention: true,
    parseOptions: { maxLexicalTokens: MAX_TOKENS },
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    context,
    formatError,
    plugins: [
      // Wraps every field resolver otherwise: 22 to 51 % of the throughput (stack.md section 4).
      ApolloServerPluginCacheControlDisabled(),
      requestRecordPlugin(),
      subscriptionsBySocketPlugin(),
      queryLimitsPlugin(),
      readYourWritesPlugin(engine, configuration.readYourWritesTimeoutMs),
      compiledOperationsPlugin(formatError),
    ],
  };
}
