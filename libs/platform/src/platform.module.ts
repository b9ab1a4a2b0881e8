import { type DynamicModule, Global, Module } from '@nestjs/common';
import { CommandRunner } from '#command-handling';
import { PERSON_VAULT, TEXT_VAULT } from '#directory';
import { CLOCK, EVENT_CODEC, EVENT_STORE, Transactor } from '#event-sourcing';
import { DocumentsHandler } from '#graphql';
import { EventHub, ProjectionEngine, ReactionRunner } from '#projections';
import type { Platform } from './platform.adapter.js';

/** Gives every context what it stands on: stores, engine, clock, vaults. */
@Global()
@Module({})
export class PlatformModule {
  static over(platform: Platform): DynamicModule {
    const providers = [
      { provide: EVENT_STORE, useValue: platform.store },
      { provide: EVENT_CODEC, useValue: platform.codec },
      { provide: CLOCK, useValue: platform.clock },
      { provide: Transactor, useValue: platform.transactor },
      { provide: EventHub, useValue: platform.hub },
      { provide: ProjectionEngine, useValue: platform.engine },
      { provide: ReactionRunner, useValue: platform.reactions },
      { provide: PERSON_VAULT, useValue: platform.persons },
      { provide: TEXT_VAULT, useValue: platform.texts },
      CommandRunner,
      DocumentsHandler,
    ];
    return { module: PlatformModule, providers, exports: providers };
  }
}
