import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { commandOf } from '#graphql';
import { ProjectionEngine } from '#projections';
import { accordChapters } from './accord-chapters.js';
import { type CataloguedEvent, eventCatalogue } from './event-catalogue.js';
import { jsonSchemaOf } from './json-schema.adapter.js';

/** The event catalogue of this process: its commands and projections are those that are loaded. */
@Injectable()
export class LoadedEvents {
  private catalogue: readonly CataloguedEvent[] | undefined;

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
  ) {}

  /** Every event type, chapter by chapter. */
  all(): readonly CataloguedEvent[] {
    this.catalogue ??= eventCatalogue({
      chapters: accordChapters,
      commands: this.commands(),
      projections: this.engine.registered(),
      schemaOf: jsonSchemaOf,
    });
    return this.catalogue;
  }

  private commands() {
    return this.discovery
      .getProviders()
      .flatMap(({ metatype }) => (metatype === null ? [] : (commandOf(metatype) ?? [])))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  }
}
