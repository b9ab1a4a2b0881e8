import { type DynamicModule, Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AnalyticsModule } from '#analytics';
import { contexts, HealthModule, type Platform, PlatformModule } from '#platform';

/** Projections and reactions of every context, and nothing that answers clients. */
@Module({})
export class ProjectorModule {
  static over(platform: Platform): DynamicModule {
    return {
      module: ProjectorModule,
      imports: [
        PlatformModule.over(platform),
        HealthModule.over(platform, 'own'),
        CqrsModule.forRoot(),
        ...contexts,
        AnalyticsModule.over(platform.projectionFiles),
      ],
    };
  }
}
