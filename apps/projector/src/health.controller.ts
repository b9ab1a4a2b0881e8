import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import type { Platform } from '#platform';
import type { Lease } from '#document-store';
import type { HubStatus, ProjectionStatus, ReactionStatus } from '#projections';
import { PLATFORM } from './platform-token.js';

/** What a projector is doing: the log as it reads it, the leases it holds, and the work it does under them. */
interface Doing {
  readonly log: HubStatus;
  readonly leases: readonly Lease[];
  readonly projections: readonly ProjectionStatus[];
  readonly reactions: readonly ReactionStatus[];
}

/** Is the process alive, and does it do its share. One that holds no lease stands by, and is ready for that. */
@Controller('health')
export class HealthController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 while it reads the log and nothing it runs has stopped, otherwise 503 with the same body. */
  @Get('ready')
  ready(): { readonly status: 'ok' } & Doing {
    const { hub, work, engine, reactions } = this.platform;
    const projections = engine.status().filter(({ runsHere }) => runsHere);
    const doing = { log: hub.status(), leases: work?.held() ?? [], projections, reactions: reactions.status() };
    if (doing.log.state !== 'live' || projections.some(({ state }) => state === 'stopped'))
      throw new ServiceUnavailableException({ status: 'not ready', ...doing });
    return { status: 'ok', ...doing };
  }
}
