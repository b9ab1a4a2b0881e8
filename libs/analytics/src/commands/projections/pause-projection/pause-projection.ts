import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { type ProjectionFacts, refuseUnknown } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Lets a projection take no events until it is resumed. */
export interface PauseProjection {
  readonly occurredOn?: CalendarDate;
  readonly reason?: string;
}

/** Pauses a projection: `NOT_FOUND`. One that is paused stays so. */
export function pauseProjection(
  { occurredOn, reason }: PauseProjection,
  { isPaused }: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined || isPaused) return refusal ?? accepted();
  return accepted({
    type: 'ProjectionPaused',
    occurredOn: occurredOn ?? today,
    data: reason === undefined ? {} : { reason },
  });
}
