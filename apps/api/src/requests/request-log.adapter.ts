import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { correlationIdFrom } from './correlation-id.js';
import type { RequestRecord } from './request-record.js';

declare module 'fastify' {
  interface FastifyRequest {
    record: RequestRecord;
  }
}

const FAULT = 500;
const HEALTH = /^\/health\//;

/**
 * Gives each request a correlation id, says it in the answer's `x-correlation-id`, and writes one line when it has been
 * answered. The line has the route instead of the address: what a client writes into paths, queries, bodies and headers
 * may be personal or secret. Questions about health are at level `debug`.
 */
export function logRequests(server: FastifyInstance, log: Logger): void {
  // Fastify gives every request its own in the hook; the type has no room for "not yet".
  server.decorateRequest('record', null as unknown as RequestRecord);
  server.addHook('onRequest', (request, reply, done) => {
    const correlationId = correlationIdFrom((name) => headerOf(request, name)) ?? randomUUID();
    request.record = { correlationId };
    reply.header('x-correlation-id', correlationId);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const path = request.routeOptions.url;
    log[levelOf(path, reply)](lineOf(path, request, reply), 'request');
    done();
  });
}

function lineOf(path: string | undefined, { method, record }: FastifyRequest, reply: FastifyReply): object {
  const { correlationId, operation } = record;
  return { method, path, status: reply.statusCode, ms: Math.round(reply.elapsedTime), correlationId, operation };
}

function levelOf(path: string | undefined, { statusCode }: FastifyReply): 'debug' | 'info' | 'warn' {
  if (path !== undefined && HEALTH.test(path)) return 'debug';
  return statusCode >= FAULT ? 'warn' : 'info';
}

function headerOf({ headers }: FastifyRequest, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}
