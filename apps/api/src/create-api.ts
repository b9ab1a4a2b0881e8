import helmet from 'helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { nestLogger, type Platform } from '#platform';
import { ApiModule } from './api.module.js';
import { RequestRefusedFilter } from './request-refused.filter.js';

const KEEP_ALIVE_MS = 65_000;

/** The server over a started platform, ready to listen. Closing it leaves the platform open. */
export async function createApi(platform: Platform): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: platform.configuration.maxBodyBytes,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: true,
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(platform), adapter, {
    logger: nestLogger(platform.log),
    abortOnError: false,
  });
  app.useGlobalFilters(new RequestRefusedFilter(adapter, platform.configuration.maxBodyBytes));
  secure(app);
  return app;
}

/** Helmet's headers on every answer. Its middleware is made once: Fastify's plugin makes it anew for each request. */
function secure(app: NestFastifyApplication): void {
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
  const server = app.getHttpAdapter().getInstance();
  server.addHook('onRequest', (request, reply, done) => {
    protect(request.raw, reply.raw, (fault) => {
      done(fault as Error | undefined);
    });
  });
}
