import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { nestLogger, type Platform } from '#platform';
import { ProjectorModule } from './projector.module.js';

/** The projector over a started platform, ready to listen for questions about its health. Closing it leaves the platform open. */
export function createProjector(platform: Platform): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({ forceCloseConnections: 'idle' });
  return NestFactory.create<NestFastifyApplication>(ProjectorModule.over(platform), adapter, {
    logger: nestLogger(platform.log),
    abortOnError: false,
  });
}
