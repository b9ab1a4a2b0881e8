import { Controller, Get, Header, HttpStatus, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Readiness } from './readiness.js';
import { ReadinessCheck } from './readiness-check.adapter.js';

/** What an orchestrator asks: is the process alive (or to be started again), and should it get work. Needs no token. */
@Controller('health')
export class HealthController {
  constructor(@Inject(ReadinessCheck) private readonly readiness: ReadinessCheck) {}

  /** 200 as long as the event loop turns; asks nobody, so that a store that is away has nobody restarted. */
  @Get('live')
  @Header('cache-control', 'no-store')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 when it should get work, otherwise 503; both with everything that is known, by name. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.readiness.check();
    reply.status(readiness.status === 'not ready' ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK);
    return readiness;
  }
}
