import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { type ProjectionFacts, refuseUnknown } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Lets a rehearsed build be the one that is read. */
export interface PromoteBuild {
  readonly occurredOn?: CalendarDate;
}

/** Promotes the rehearsed build: `NOT_FOUND`, `NO_SUCH_BUILD` when none waits for it. */
export function promoteBuild(
  { occurredOn }: PromoteBuild,
  _control: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined) return refusal;
  const rehearsed = facts.builds.find(({ state }) => state === 'rehearsed');
  if (rehearsed === undefined)
    return rejected(
      'NO_SUCH_BUILD',
      `No build of "${facts.name}" waits for a promotion. Ask for one with rebuildProjection and rehearse, and wait until it has caught up.`,
    );
  return accepted({
    type: 'ProjectionBuildPromoted',
    occurredOn: occurredOn ?? today,
    data: { build: rehearsed.build },
  });
}
