import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { contexts, type Platform, PlatformModule } from '#platform';
import { HealthController } from './health.controller.js';
import { PLATFORM } from './platform-token.js';

/** Projections and reactions of every context, and nothing that answers clients. */
@Module({})
export class ProjectorModule {
  static over(platform: Platform): DynamicModule {
    return {
      module: ProjectorModule,
      imports: [PlatformModule.over(platform), CqrsModule.forRoot(), ...contexts],
      controllers: [HealthController],
      providers: [{ provide: PLATFORM, useValue: platform }],
    };
  }
}
