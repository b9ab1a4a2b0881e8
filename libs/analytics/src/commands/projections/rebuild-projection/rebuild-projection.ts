import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { type ProjectionFacts, refuseUnknown } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Builds a projection again, beside the one that is read (design.md section 5, "Rebuild without downtime"). */
export interface RebuildProjection {
  readonly occurredOn?: CalendarDate;
  /** It waits for a promotion instead of taking over when it has caught up. */
  readonly rehearse?: boolean;
}

/** Asks for a rebuild: `NOT_FOUND`, `REBUILD_RUNNING` while another build is under way or waits for its promotion. */
export function rebuildProjection(
  { occurredOn, rehearse = false }: RebuildProjection,
  { rebuilds }: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined) return refusal;
  const running = facts.builds.find(({ state }) => state !== 'replaced');
  if (running !== undefined)
    return rejected(
      'REBUILD_RUNNING',
      `The build "${running.build}" ${running.state === 'rehearsed' ? 'waits for its promotion' : 'is under way'}. Promote or drop it, then ask again.`,
    );
  return accepted({
    type: 'ProjectionRebuildRequested',
    occurredOn: occurredOn ?? today,
    data: { rebuild: rebuilds + 1, rehearse },
  });
}
