import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { type ProjectionFacts, refuseUnknown } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Lets a paused projection take events again. */
export interface ResumeProjection {
  readonly occurredOn?: CalendarDate;
}

/** Resumes a projection: `NOT_FOUND`. One that is not paused goes on as it does. */
export function resumeProjection(
  { occurredOn }: ResumeProjection,
  { isPaused }: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined || !isPaused) return refusal ?? accepted();
  return accepted({ type: 'ProjectionResumed', occurredOn: occurredOn ?? today, data: {} });
}
