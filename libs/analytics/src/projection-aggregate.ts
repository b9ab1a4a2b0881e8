import type { Aggregate } from '#command-handling';
import type { ProjectionEvent } from './domain/events.js';
import { evolveControl, initialControl, type ProjectionControl } from './domain/state.js';
import { projectionStream } from './domain/stream.js';
import type { ProjectionOverview } from './read-models/projection-overview/projection-overview.js';
import { projectionOverviews } from './read-models/projection-overview/projection-overviews.js';

/** A projection as the commands on its running see it. Its id is its name. */
export const projectionAggregate: Aggregate<ProjectionControl, ProjectionOverview, ProjectionEvent> = {
  idPrefix: 'projection',
  stream: projectionStream,
  initial: initialControl,
  evolve: evolveControl,
  projection: projectionOverviews,
};
