import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { GraphQLError } from 'graphql';
import { NothingRehearsed, ProjectionEngine, type RehearsalDifferences as Differences } from '#projections';
import { namedProjection } from '../../named-projection.query.js';
import type { Rehearsal, RehearsalDifferences } from './rehearsal.js';

/** "What would change if the rehearsed build were read?" */
export class RehearsalQuery extends Query<Rehearsal> {
  constructor(readonly projection: string) {
    super();
  }
}

/** Answers {@link RehearsalQuery}. Throws `NOTHING_REHEARSED` when there is no build to compare, or (retryable) not yet. */
@QueryHandler(RehearsalQuery)
export class RehearsalHandler implements IQueryHandler<RehearsalQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ projection: name }: RehearsalQuery): Promise<Rehearsal> {
    namedProjection(this.engine, name);
    const rehearsal = await this.engine.rehearsal(name).catch(told);
    const { live, candidate, added, gone, fields, ...counts } = rehearsal;
    return {
      ...counts,
      live: live.readModel,
      candidate: candidate.readModel,
      added: shown(added),
      gone: shown(gone),
      fields: fields.map(({ field, ...differences }) => ({ field, ...shown(differences) })),
    };
  }
}

/** Throws what a client can act upon as such: `NOTHING_REHEARSED`. */
function told(error: unknown): never {
  if (!(error instanceof NothingRehearsed)) throw error;
  const { message, retryable } = error;
  throw new GraphQLError(message, { extensions: { code: 'NOTHING_REHEARSED', retryable } });
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
