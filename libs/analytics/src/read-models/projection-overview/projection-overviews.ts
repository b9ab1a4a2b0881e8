import type { Projection, Recorded } from '#event-sourcing';
import type { ProjectionEvent, ProjectionEventNamed } from '../../domain/events.js';
import { evolveControl } from '../../domain/state.js';
import { projectionOf } from '../../domain/stream.js';
import { ProjectionOverview } from './projection-overview.js';

/** "Which projections are there, how are they doing, and what was decided about them?" What runs is joined when it is asked for. */
export const projectionOverviews: Projection<ProjectionOverview, ProjectionEvent> = {
  name: 'projection-overview',
  version: 1,
  document: ProjectionOverview,
  key: ({ stream }) => projectionOf(stream),
  on: {
    ProjectionPaused: decided,
    ProjectionResumed: decided,
    ProjectionRebuildRequested: decided,
    ProjectionBuildPromoted: decided,
    ProjectionBuildDropped: decided,
    ProjectionTakenBack: decided,
    ParkedDocumentRetried: decided,
    ParkedEventSkipped: decided,
  },
};

/** A projection about which nothing was ever decided. */
export function undecided(name: string): ProjectionOverview {
  return { id: name, name, paused: false, rebuilds: 0 };
}

function decided<Type extends ProjectionEvent['type']>(
  before: ProjectionOverview | undefined,
  event: Recorded<ProjectionEventNamed<Type>>,
  name: string,
): ProjectionOverview {
  const { paused, rebuilds } = before ?? undecided(name);
  const control = evolveControl({ isPaused: paused, rebuilds }, event);
  const { type, metadata, data } = event;
  return {
    id: name,
    name,
    paused: control.isPaused,
    rebuilds: control.rebuilds,
    lastDecision: {
      event: type,
      decidedAt: metadata.recordedAt,
      decidedBy: metadata.actor.userId,
      ...('reason' in data ? { reason: data.reason } : {}),
    },
  };
}
