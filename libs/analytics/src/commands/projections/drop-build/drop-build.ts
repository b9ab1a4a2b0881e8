import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProjectionEvent } from '../../../domain/events.js';
import { type ProjectionFacts, refuseUnknown } from '../../../domain/projection-facts.js';
import type { ProjectionRejectionCode } from '../../../domain/rejections.js';
import type { ProjectionControl } from '../../../domain/state.js';

/** Gives up a build that is not read. */
export interface DropBuild {
  readonly occurredOn?: CalendarDate;
  /** Which one; the one under way or waiting for its promotion unless given, else the replaced one. */
  readonly build?: string;
}

/** Drops a build beside the one that is read: `NOT_FOUND`, `NO_SUCH_BUILD`. */
export function dropBuild(
  { occurredOn, build }: DropBuild,
  _control: ProjectionControl,
  { today }: DecisionContext,
  facts: ProjectionFacts,
): Decision<ProjectionEvent, ProjectionRejectionCode> {
  const refusal = refuseUnknown(facts);
  if (refusal !== undefined) return refusal;
  const { builds, name } = facts;
  const meant =
    build === undefined
      ? (builds.find(({ state }) => state !== 'replaced') ?? builds[0])
      : builds.find((known) => known.build === build);
  if (meant === undefined)
    return rejected(
      'NO_SUCH_BUILD',
      build === undefined
        ? `"${name}" has no build beside the one that is read: there is nothing to drop.`
        : `"${name}" has no build "${build}" beside the one that is read. Ask for \`projections\` to see its builds.`,
    );
  return accepted({
    type: 'ProjectionBuildDropped',
    occurredOn: occurredOn ?? today,
    data: { build: meant.build },
  });
}
