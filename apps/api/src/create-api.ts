import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { promisify } from 'node:util';
import type { FastifyInstance, FastifyReply } from 'fastify';
import helmet from 'helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Lifecycle, nestLogger, type Platform } from '#platform';
import { ApiModule } from './api.module.js';
import { eventExportOf } from './export/event-export-of.adapter.js';
import { closeUntilReadModelsAreBuilt } from './read-models-first.adapter.js';
import { RequestRefusedFilter } from './request-refused.filter.js';
import { unreadableAddress } from './requests/refused-request.js';
import { logRequests } from './requests/request-log.adapter.js';
import { tokenVerifierFor } from './token-verifier.adapter.js';

const KEEP_ALIVE_MS = 65_000;
const BAD_REQUEST = 400;

/** The server over a started platform, ready to listen. Closing it leaves the platform open. Throws what a setting is refused with. */
export async function createApi(platform: Platform): Promise<NestFastifyApplication> {
  const verifier = await tokenVerifierFor(platform.configuration);
  const events = await eventExportOf(platform);
  const adapter = new FastifyAdapter({
    bodyLimit: platform.configuration.maxBodyBytes,
    keepAliveTimeout: KEEP_ALIVE_MS,
    // Those in use are closed by their answer.
    forceCloseConnections: 'idle',
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => {
      void reply.status(BAD_REQUEST).send(unreadableAddress);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(platform, verifier, events), adapter, {
    logger: nestLogger(platform.log),
    abortOnError: false,
  });
  app.useGlobalFilters(new RequestRefusedFilter(adapter, platform.configuration.maxBodyBytes));
  await secure(app);
  const server = app.getHttpAdapter().getInstance();
  logRequests(server, platform.log);
  closeUntilReadModelsAreBuilt(server, platform.lifecycle);
  closeConnectionsOnceStopping(server, platform.lifecycle);
  return app;
}

/**
 * Helmet's headers on every answer. They are the same each time, so they are asked for once and join Fastify's own:
 * helmet sets each on Node's response, which then checks and copies every header of every answer.
 */
async function secure(app: NestFastifyApplication): Promise<void> {
  const protect = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        // The explorer's editor writes its own styles and fonts into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        fontSrc: ["'self'", 'data:'],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        upgradeInsecureRequests: null,
      },
    },
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  await promisify(protect)(request, response);
  const headers = response.getHeaders();
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
}

/** A client that keeps its connection would hold up the end, and send its next request into it. */
function closeConnectionsOnceStopping(server: FastifyInstance, lifecycle: Lifecycle): void {
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (lifecycle.phase === 'stopping') reply.header('connection', 'close');
    done(null, payload);
  });
}
