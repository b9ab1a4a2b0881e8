import { Inject, Injectable } from '@nestjs/common';
import type { Presenter } from '#graphql';
import { type Actor, maySeeNames } from '#identity';
import { type BuildStatus, ProjectionEngine, type ProjectionStatus } from '#projections';
import type { ProjectionBuildInfo, ProjectionOverview } from './projection-overview.js';

/** Adds to what was decided about projections how they are doing at this moment. */
@Injectable()
export class ProjectionPresenter implements Presenter<ProjectionOverview> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  present(rows: readonly ProjectionOverview[], actor: Actor): Promise<readonly ProjectionOverview[]> {
    const status = new Map(this.engine.status().map((known) => [known.name, known]));
    const reads = new Map(this.engine.registered().map(({ name, on }) => [name, Object.keys(on)]));
    return Promise.resolve(
      rows.map((row) => {
        const known = status.get(row.name);
        const types = reads.get(row.name);
        return {
          ...shownTo(row, actor),
          ...(types === undefined ? {} : { reads: types }),
          ...(known === undefined ? {} : buildsOf(known)),
        };
      }),
    );
  }
}

function buildsOf(status: ProjectionStatus): Partial<ProjectionOverview> {
  const { candidate, previous } = status;
  return {
    live: shown(status),
    parked: status.parked,
    ...(candidate === undefined ? {} : { candidate: shown(candidate) }),
    ...(previous === undefined
      ? {}
      : { previous: { ...shown(previous), keptUntil: new Date(previous.until).toISOString() } }),
  };
}

function shown({ readModel, lag, failure, retrying, done, ...build }: BuildStatus): ProjectionBuildInfo {
  const error = failure?.message ?? retrying?.error;
  return {
    ...build,
    build: readModel,
    ...(lag.events === undefined ? {} : { lagEvents: lag.events }),
    ...(lag.seconds === undefined ? {} : { lagSeconds: lag.seconds }),
    ...(done === undefined ? {} : { done: done.of === 0 ? 1 : done.events / done.of }),
    ...(error === undefined ? {} : { error }),
  };
}

/** Analysts work on pseudonyms: who decided is not for them (domain.md 2.4). */
function shownTo(row: ProjectionOverview, actor: Actor): ProjectionOverview {
  if (row.lastDecision === undefined || maySeeNames(actor)) return row;
  const { decidedBy: _, ...lastDecision } = row.lastDecision;
  return { ...row, lastDecision };
}
