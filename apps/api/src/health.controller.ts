import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common';
import { ProjectionEngine, type ProjectionStatus } from '#projections';

/** What a load balancer asks: is the process alive, and can it answer queries. */
@Controller('health')
export class HealthController {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  @Get('live')
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** 200 while every read model is live, 503 with the same body while one is building or stopped. */
  @Get('ready')
  ready(): { readonly status: 'ok'; readonly projections: readonly ProjectionStatus[] } {
    const projections = this.engine.status();
    if (projections.some(({ state }) => state !== 'live'))
      throw new ServiceUnavailableException({ status: 'not ready', projections });
    return { status: 'ok', projections };
  }
}
