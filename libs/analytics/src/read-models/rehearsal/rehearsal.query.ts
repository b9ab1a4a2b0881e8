import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { GraphQLError } from 'graphql';
import { ProjectionEngine, type RehearsalDifferences as Differences } from '#projections';
import { namedProjection } from '../../named-projection.query.js';
import type { Rehearsal, RehearsalDifferences } from './rehearsal.js';

/** "What would change if the rehearsed build were read?" */
export class RehearsalQuery extends Query<Rehearsal> {
  constructor(readonly projection: string) {
    super();
  }
}

@QueryHandler(RehearsalQuery)
export class RehearsalHandler implements IQueryHandler<RehearsalQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ projection: name }: RehearsalQuery): Promise<Rehearsal> {
    namedProjection(this.engine, name);
    const candidate = this.engine.status().find((status) => status.name === name)?.candidate;
    if (candidate === undefined || candidate.state === 'building')
      throw new GraphQLError(
        candidate === undefined
          ? `"${name}" has no build beside the one that is read. Ask for one with rebuildProjection and rehearse.`
          : `The build "${candidate.readModel}" has not caught up with the log yet. Ask again soon.`,
        { extensions: { code: 'NOTHING_REHEARSED', retryable: candidate !== undefined } },
      );
    const { live, candidate: rehearsed, added, gone, fields, ...counts } = await this.engine.rehearsal(name);
    return {
      ...counts,
      live: live.readModel,
      candidate: rehearsed.readModel,
      added: shown(added),
      gone: shown(gone),
      fields: fields.map(({ field, ...differences }) => ({ field, ...shown(differences) })),
    };
  }
}

function shown({ documents, samples }: Differences): RehearsalDifferences {
  return {
    documents,
    samples: samples.map(({ key, before, after, causes }) => ({
      key,
      ...(before === undefined ? {} : { before: JSON.stringify(before) }),
      ...(after === undefined ? {} : { after: JSON.stringify(after) }),
      causes: causes.map(({ revision, ...cause }) => ({ ...cause, revision: String(revision) })),
    })),
  };
}
