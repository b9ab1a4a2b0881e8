import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Position } from '#event-sourcing';
import { POSITION_HEADER, unauthenticated, unverifiable } from '#graphql';
import { expiryOf, KeysUnavailable, type TokenVerifier, Unauthenticated } from '#identity';
import { correlationIdFrom } from './requests/correlation-id.js';
import type { RecordedContext } from './requests/request-record.plugin.js';

/** What graphql-ws hands over: the connection's parameters instead of headers. */
interface SocketContext {
  readonly connectionParams?: Readonly<Record<string, unknown>>;
}

const POSITION = /^[0-9A-Za-z-]+$/;

/**
 * Makes the context of each request from its token; without a valid one there is none (design.md section 8: no
 * anonymous access, reads included). Over WebSocket the same values come as connection parameters. All positions have
 * the width of `start`, the one before the first event.
 */
export function contextFactory(verifier: TokenVerifier, start: Position) {
  return async (request: FastifyRequest | SocketContext): Promise<RecordedContext> => {
    const value = parameters(request);
    try {
      const actor = await verifier.verify(bearer(value('authorization')));
      const record = 'record' in request ? request.record : undefined;
      return {
        actor,
        correlationId: record?.correlationId ?? correlationIdFrom(value) ?? randomUUID(),
        seen: position(value(POSITION_HEADER), start),
        ...(record === undefined ? {} : { record }),
      };
    } catch (error) {
      if (error instanceof Unauthenticated) throw unauthenticated(error);
      if (error instanceof KeysUnavailable) throw unverifiable(error);
      throw error;
    }
  };
}

/** When the token of a socket that has a context expires. */
export function socketExpiry(socket: SocketContext): Date {
  return expiryOf(bearer(parameters(socket)('authorization')));
}

function parameters(request: FastifyRequest | SocketContext): (name: string) => string {
  const source: Readonly<Record<string, unknown>> =
    'headers' in request
      ? request.headers
      : Object.fromEntries(
          Object.entries(request.connectionParams ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
        );
  return (name) => {
    const value = source[name];
    return typeof value === 'string' ? value : '';
  };
}

function bearer(authorization: string): string {
  const [scheme, token] = authorization.split(' ');
  if (scheme?.toLowerCase() !== 'bearer' || token === undefined)
    throw new Unauthenticated('No token. Send the header "Authorization: Bearer <JWT>".');
  return token;
}

function position(header: string, start: Position): Position | undefined {
  if (header === '') return undefined;
  if (header.length === start.length && POSITION.test(header)) return header;
  throw new GraphQLError(`${POSITION_HEADER} must be a position that a command or a response handed out.`, {
    extensions: { code: 'BAD_USER_INPUT', argument: POSITION_HEADER, http: { status: 400 } },
  });
}
