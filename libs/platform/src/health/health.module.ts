import { type DynamicModule, Module } from '@nestjs/common';
import type { Platform } from '../platform.adapter.js';
import { HealthController } from './health.controller.js';
import { ReadinessCheck } from './readiness-check.adapter.js';
import { documentStoreDependency, eventStoreDependency, type FailureLog } from './store-dependencies.adapter.js';

/** `/health/live` and `/health/ready` of a process over its platform. */
@Module({})
export class HealthModule {
  static over(platform: Platform, counts: 'all' | 'own'): DynamicModule {
    const { configuration, connection, documents, engine, hub, lifecycle, log, reactions, store, work } = platform;
    const onFailure: FailureLog = (dependency, error) => {
      log.warn({ dependency, err: error }, 'a dependency cannot be used');
    };
    const isRestoring = (): boolean => hub.status().state === 'reconnecting' || connection?.().state === 'reconnecting';
    const check = new ReadinessCheck({
      lifecycle,
      dependencies: [
        eventStoreDependency(store, isRestoring, onFailure),
        documentStoreDependency(documents, onFailure),
      ],
      engine,
      reactions,
      ...(work && { work }),
      counts,
      maxLagSeconds: configuration.maxLagSeconds,
      log,
    });
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: ReadinessCheck, useValue: check }],
    };
  }
}
