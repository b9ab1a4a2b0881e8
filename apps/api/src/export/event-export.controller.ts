import { Readable } from 'node:stream';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { type EventExport, type ExportFormat, type ExportRequest, exportRequest } from '#analytics';
import type { Position } from '#event-sourcing';
import { type FormatError, forbidden, POSITION_HEADER } from '#graphql';
import { type Actor, hasRole, type Role } from '#identity';

/** What the address needs of the rest of the API: the same tokens hold as for GraphQL. */
export interface EventExportAccess {
  /** Absent where no key of pseudonyms is named: then there is nothing at the address. */
  readonly events?: EventExport;
  /** Throws `UNAUTHENTICATED` without a valid token. */
  readonly contextOf: (request: FastifyRequest) => Promise<{ readonly actor: Actor; readonly correlationId: string }>;
  /** What the client is told of an error, as over GraphQL. */
  readonly formatError: FormatError;
  readonly log: { readonly start: Position; readonly head: () => Promise<Position> };
  /** Writes down that an export broke off. */
  readonly onBreak: (error: Error, correlationId: string) => void;
}

/** Injection token of the {@link EventExportAccess}. */
export const EVENT_EXPORT_ACCESS = Symbol('EventExportAccess');

/** Who may take the events home without names (domain.md 2.4). */
const EXPORTERS: readonly Role[] = ['ANALYST', 'HEAD_OF_PARTNERING', 'COMPLIANCE', 'AUDITOR'];

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNAVAILABLE: 503,
};
const FAULT = 500;

/** All events of the log, pseudonymised: for analysts who take them elsewhere (ADR 55). */
@Controller('export')
export class EventExportController {
  constructor(@Inject(EVENT_EXPORT_ACCESS) private readonly access: EventExportAccess) {}

  /** Streams the events as fast as they are taken; a client that goes away ends the reading of the log. */
  @Get('events')
  async events(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    try {
      const { actor, correlationId } = await this.access.contextOf(request);
      const events = this.eventsFor(actor);
      const wanted = this.wantedOf(request, events);
      reply
        .type(MEDIA_TYPES[wanted.format])
        .header('content-disposition', `attachment; filename="accord-events.${wanted.format}"`)
        .header('cache-control', 'no-store')
        .header(POSITION_HEADER, await this.access.log.head());
      await reply.send(request.method === 'HEAD' ? '' : await this.streamOf(events, wanted, correlationId));
    } catch (error) {
      await this.refuse(reply, error);
    }
  }

  private eventsFor(actor: Actor): EventExport {
    if (!hasRole(actor, ...EXPORTERS)) throw forbidden(`An export needs one of the roles ${EXPORTERS.join(', ')}.`);
    if (this.access.events !== undefined) return this.access.events;
    throw new GraphQLError(
      'This server exports nothing: ACCORD_PSEUDONYM_KEY_FILE names no key to make pseudonyms with. Have it set.',
      { extensions: { code: 'NOT_FOUND' } },
    );
  }

  private wantedOf({ query }: FastifyRequest, { types }: EventExport): ExportRequest {
    const asked = exportRequest(query as Readonly<Record<string, unknown>>, { types, start: this.access.log.start });
    if ('request' in asked) return asked.request;
    throw new GraphQLError(asked.refusal, { extensions: { code: 'BAD_USER_INPUT' } });
  }

  private async streamOf(events: EventExport, wanted: ExportRequest, correlationId: string): Promise<Readable> {
    const text = events.text(wanted);
    // What fails before the first line is told as a refusal; after it the answer can only break off.
    const first = await text.next();
    const stream = Readable.from(continued(first, text), { objectMode: false });
    stream.once('error', (error) => {
      this.access.onBreak(error, correlationId);
    });
    stream.once('close', () => void text.return());
    return stream;
  }

  private async refuse(reply: FastifyReply, error: unknown): Promise<void> {
    const told =
      error instanceof GraphQLError ? error : new GraphQLError(String(error), { originalError: error as Error });
    const { message, extensions } = this.access.formatError(told.toJSON(), told);
    const status = STATUS[String(extensions?.['code'])] ?? FAULT;
    await reply.status(status).send({ errors: [{ message, extensions }] });
  }
}

async function* continued(
  first: IteratorResult<string, void>,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}
