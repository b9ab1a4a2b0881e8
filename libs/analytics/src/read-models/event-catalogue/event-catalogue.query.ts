import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ProjectionEngine } from '#projections';
import { LoadedEvents } from '../../catalogue/loaded-events.adapter.js';
import { type CatalogueEntry, catalogueEntry } from './catalogue-entry.js';
import { eventCounts } from './event-counts.js';

/** "Which events can I build on?" */
export class EventCatalogueQuery extends Query<readonly CatalogueEntry[]> {
  constructor(readonly wanted: { readonly context?: string; readonly type?: string }) {
    super();
  }
}

/** Joins what is known of the event types with what the log holds of them. */
@QueryHandler(EventCatalogueQuery)
export class EventCatalogueHandler implements IQueryHandler<EventCatalogueQuery> {
  constructor(
    @Inject(LoadedEvents) private readonly events: LoadedEvents,
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
  ) {}

  async execute({ wanted }: EventCatalogueQuery): Promise<readonly CatalogueEntry[]> {
    const part = wanted.type?.toLowerCase() ?? '';
    const found = this.events
      .all()
      .filter(({ context, type }) => context === (wanted.context ?? context) && type.toLowerCase().includes(part));
    const counts = await this.engine.collection(eventCounts).getMany(found.map(({ type }) => type));
    return found.map((event) => catalogueEntry(event, counts.get(event.type)?.document));
  }
}
