import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { OnModuleDestroy, OnApplicationBootstrap } from '@nestjs/common';
import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type FormattedExecutionResult,
  getOperationAST,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql';
import { CloseCode, type Context, type SubscribePayload } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import type { FormatError, LimitCheck, RequestContext } from '#graphql';
import { closeWhenExpired } from './socket-expiry.adapter.js';

type Params = Readonly<Record<string, unknown>>;
type Socket = Context<Params, Extra & Record<PropertyKey, unknown>>;

/** What the socket needs of the rest of the API: the same rules hold as over HTTP. */
export interface LiveSocketParts {
  /** Whether sockets may be opened now. */
  readonly isOpen: () => boolean;
  readonly server: () => Server;
  readonly schema: () => GraphQLSchema;
  /** Throws `UNAUTHENTICATED` without a valid token. */
  readonly contextOf: (socket: { readonly connectionParams?: Params }) => Promise<RequestContext>;
  /** When the token of a socket that has a context expires. */
  readonly expiresAt: (socket: { readonly connectionParams?: Params }) => Date;
  readonly checkLimits: LimitCheck;
  readonly formatError: FormatError;
  readonly maxTokens: number;
  readonly maxBytes: number;
}

const PATH = '/graphql';
/** The close code of RFC 6455's registry for what passes. */
const TRY_AGAIN_LATER = 1013;
/** Subscriptions one socket may have at once. */
const MAX_SUBSCRIPTIONS = 100;

/**
 * The WebSocket at `/graphql` (protocol `graphql-transport-ws`), for subscriptions only: who connects has to have a token
 * for as long as the socket is open, each operation is checked as over HTTP, and faults are told as over HTTP. Nest's own
 * socket does none of the three.
 */
export class LiveSocket implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly sockets: WebSocketServer;
  private readonly served: { readonly dispose: () => Promise<void> | void };

  constructor(private readonly parts: LiveSocketParts) {
    this.sockets = new WebSocketServer({ noServer: true, maxPayload: parts.maxBytes });
    const formatted = (errors: readonly GraphQLError[]) =>
      errors.map((error) => parts.formatError(error.toJSON(), error));
    this.served = useServer<Params, Extra & Record<PropertyKey, unknown>>(
      {
        onConnect: (socket) => this.connected(socket),
        onSubscribe: (socket, _id, payload) => this.operation(socket, payload),
        onError: (_socket, _id, _payload, errors) => formatted(errors),
        onNext: (_socket, _id, _payload, _args, result) => told(result, formatted),
      },
      this.sockets,
    );
  }

  onApplicationBootstrap(): void {
    this.parts.server().on('upgrade', this.upgrade);
  }

  /** Before Apollo stops: it waits for every connection of the server to end. */
  async onModuleDestroy(): Promise<void> {
    this.parts.server().off('upgrade', this.upgrade);
    await this.served.dispose();
  }

  private readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== PATH) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    if (!this.parts.isOpen()) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nRetry-After: 1\r\nConnection: close\r\n\r\n');
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (ws) => this.sockets.emit('connection', ws, request));
  };

  private async connected(socket: Socket): Promise<boolean> {
    try {
      await this.parts.contextOf(socket);
      closeWhenExpired(socket.extra.socket, this.parts.expiresAt(socket));
      return true;
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      const isRefused = error.extensions['code'] === 'UNAUTHENTICATED';
      socket.extra.socket.close(isRefused ? CloseCode.Unauthorized : TRY_AGAIN_LATER, error.message);
      return false;
    }
  }

  private async operation(socket: Socket, payload: SubscribePayload): Promise<ExecutionArgs | readonly GraphQLError[]> {
    try {
      const schema = this.parts.schema();
      const document = parsed(payload.query, this.parts.maxTokens);
      const errors = validate(schema, document);
      if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'));
      this.refuse(socket, schema, document, payload);
      return {
        schema,
        document,
        ...(typeof payload.operationName === 'string' ? { operationName: payload.operationName } : {}),
        variableValues: payload.variables ?? {},
        contextValue: await this.parts.contextOf(socket),
      };
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  /** Throws for what may not come over the socket. */
  private refuse(socket: Socket, schema: GraphQLSchema, document: DocumentNode, payload: SubscribePayload): void {
    const operation = getOperationAST(document, payload.operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION)
      throw badRequest('Only subscriptions come over the socket. Send questions and commands over HTTP.');
    if (Object.keys(socket.subscriptions).length > MAX_SUBSCRIPTIONS)
      throw badRequest(`A socket carries at most ${String(MAX_SUBSCRIPTIONS)} subscriptions. Open another one.`);
    this.parts.checkLimits({ schema, document, operation, variables: payload.variables ?? {} });
  }
}

/** A result as the client gets it; undefined when it is fine as it is. */
function told(
  { data, errors }: { readonly [Part in keyof ExecutionResult]: ExecutionResult[Part] | undefined },
  formatted: (errors: readonly GraphQLError[]) => readonly GraphQLFormattedError[],
): FormattedExecutionResult | undefined {
  return errors === undefined ? undefined : { ...(data === undefined ? {} : { data }), errors: formatted(errors) };
}

function parsed(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxLexicalTokens: maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError
      ? coded(error, 'GRAPHQL_PARSE_FAILED')
      : badRequest('The query cannot be read.');
  }
}

function coded(error: GraphQLError, code: string): GraphQLError {
  error.extensions['code'] = code;
  return error;
}

function badRequest(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_REQUEST' } });
}
