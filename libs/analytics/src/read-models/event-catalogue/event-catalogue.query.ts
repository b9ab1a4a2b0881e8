import { Inject } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { commandOf } from '#graphql';
import { ProjectionEngine } from '#projections';
import { type CataloguedEvent, eventCatalogue } from '../../catalogue/event-catalogue.js';
import { EVENT_CHAPTERS, EVENT_UPCASTS, type EventChapter } from '../../catalogue/event-chapter.js';
import { jsonSchemaOf } from '../../catalogue/json-schema.adapter.js';
import type { Upcasts } from '#event-sourcing';
import { type CatalogueEntry, catalogueEntry } from './catalogue-entry.js';
import { EVENT_COUNTS } from './event-counts.js';

/** "Which events can I build on?": the types whose context and name are asked for. */
export class EventCatalogueQuery extends Query<readonly CatalogueEntry[]> {
  constructor(readonly wanted: { readonly context?: string; readonly type?: string }) {
    super();
  }
}

/** Puts the catalogue together from what this process has loaded: definitions, commands, projections. */
@QueryHandler(EventCatalogueQuery)
export class EventCatalogueHandler implements IQueryHandler<EventCatalogueQuery> {
  constructor(
    @Inject(EVENT_CHAPTERS) private readonly chapters: readonly EventChapter[],
  ) {}
}
