import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter, type HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';

const BAD_REQUEST = 400;
const PAYLOAD_TOO_LARGE = 413;
const UNSUPPORTED_MEDIA_TYPE = 415;

type Adapter = HttpAdapterHost['httpAdapter'];

/**
 * GraphQL requests that are refused before GraphQL sees them (the body is too large, no JSON, of another media type) get
 * an answer in GraphQL's form, with the rule and the way out. Everything else is answered as usual.
 */
@Catch(HttpException)
export class RequestRefusedFilter extends BaseExceptionFilter {
  constructor(
    adapter: Adapter,
    private readonly maxBodyBytes: number,
  ) {
    super(adapter);
  }

  override catch(exception: HttpException, host: ArgumentsHost): void {
    if (host.getType() !== 'http') return;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const refusal = this.refusal(exception);
    if (refusal === undefined || !/^\/graphql(\?|$)/.test(request.url)) {
      super.catch(exception, host);
      return;
    }
    const { code, message } = refusal;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply.status(exception.getStatus()).send({ errors: [{ message, extensions: { code } }] });
  }

  private refusal(exception: HttpException): { readonly code: string; readonly message: string } | undefined {
    const status = exception.getStatus();
    if (status === PAYLOAD_TOO_LARGE) {
      const limit = String(this.maxBodyBytes);
      const message = `The body is larger than ${limit} bytes. Send less at a time, or have ACCORD_MAX_BODY_BYTES raised.`;
      return { code: 'BODY_TOO_LARGE', message };
    }
    if (status === UNSUPPORTED_MEDIA_TYPE)
      return {
        code: 'BAD_REQUEST',
        message: 'The body has another media type than JSON. Send the header "Content-Type: application/json".',
      };
    if (status !== BAD_REQUEST) return undefined;
    const message = `The body cannot be read: ${exception.message}. Send {"query": "…", "variables": {…}}.`;
    return { code: 'BAD_REQUEST', message };
  }
}
