import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { type ProjectionFacts, refuseUnknown } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Lets the build before the last switch be read again. */
export interface TakeProjectionBack {
  readonly occurredOn?: CalendarDate;
}

/** Goes back to the replaced build: `NOT_FOUND`, `NO_SUCH_BUILD` when its grace time is over. */
export function takeProjectionBack(
  { occurredOn }: TakeProjectionBack,
  _control: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined) return refusal;
  const replaced = facts.builds.find(({ state }) => state === 'replaced');
  if (replaced === undefined)
    return rejected(
      'NO_SUCH_BUILD',
      `There is no build of "${facts.name}" to go back to: none was replaced, or its grace time is over.`,
    );
  return accepted({
    type: 'ProjectionTakenBack',
    occurredOn: occurredOn ?? today,
    data: { from: facts.live, to: replaced.build },
  });
}
