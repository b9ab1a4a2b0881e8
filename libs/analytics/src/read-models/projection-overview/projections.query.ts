import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { Actor } from '#identity';
import { ProjectionEngine } from '#projections';
import type { ProjectionOverview } from './projection-overview.js';
import { projectionOverviews, undecided } from './projection-overviews.js';
import { ProjectionPresenter } from './projection-presenter.query.js';

/** "Which projections are there, and how are they doing?": all that this process knows, or the one of a name. */
export class ProjectionsQuery extends Query<readonly ProjectionOverview[]> {
  constructor(
    readonly actor: Actor,
    readonly name?: string,
  ) {
    super();
  }
}

@QueryHandler(ProjectionsQuery)
export class ProjectionsHandler implements IQueryHandler<ProjectionsQuery> {
  constructor(
    @Inject(ProjectionEngine) private readonly engine: ProjectionEngine,
    @Inject(ProjectionPresenter) private readonly presenter: ProjectionPresenter,
  ) {}

  async execute({ actor, name }: ProjectionsQuery): Promise<readonly ProjectionOverview[]> {
    const names = this.engine
      .registered()
      .map((projection) => projection.name)
      .filter((known) => name === undefined || known === name)
      .sort();
    const decided = await this.engine.collection(projectionOverviews).getMany(names);
    const rows = names.map((known) => decided.get(known)?.document ?? undecided(known));
    return this.presenter.present(rows, actor);
  }
}
