import { type ArgumentsHost, Catch, HttpException } from '@nestjs/common';
import { BaseExceptionFilter, type HttpAdapterHost } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { refusedRequest } from './requests/refused-request.js';

type Adapter = HttpAdapterHost['httpAdapter'];

/**
 * Requests that are refused before GraphQL sees them (nothing is at the address, the body is too large, no JSON, of another
 * media type) get an answer in GraphQL's form, with the rule and the way out.
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
    const status = exception.getStatus();
    const answer = refusedRequest(status, exception.message, this.maxBodyBytes);
    if (answer === undefined) super.catch(exception, host);
    else void host.switchToHttp().getResponse<FastifyReply>().status(status).send(answer);
  }
}
