import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { GraphQLError } from 'graphql';
import { badArgument } from '#graphql';
import { NothingRehearsed, ProjectionEngine } from '#projections';
import type { Rehearsal } from './rehearsal.js';

/** "What would change if the rehearsed build were read?" */
export class RehearsalQuery extends Query<Rehearsal> {
  constructor(readonly projection: string) {
    super();
  }
}

@QueryHandler(RehearsalQuery)
export class RehearsalHandler implements IQueryHandler<RehearsalQuery> {
  constructor(@Inject(ProjectionEngine) private readonly engine: ProjectionEngine) {}

  async execute({ projection }: RehearsalQuery): Promise<Rehearsal> {
    if (!this.engine.registered().some(({ name }) => name === projection))
      throw badArgument(
        'projection',
        `There is no projection "${projection}". Ask for \`projections\` to see all there are.`,
      );
    try {
      const { fields, ...counts } = await this.engine.rehearsal(projection);
      return {
        ...counts,
        fields: fields.map(({ samples, ...field }) => ({
          ...field,
          samples: samples.map(({ before, after, ...sample }) => ({ ...sample, ...json({ before, after }) })),
        })),
      };
    } catch (error) {
      if (error instanceof NothingRehearsed)
        throw new GraphQLError(error.message, { extensions: { code: 'NOTHING_REHEARSED' } });
      throw error;
    }
  }
}

function json({ before, after }: { readonly before?: unknown; readonly after?: unknown }): {
  readonly before?: string;
  readonly after?: string;
} {
  return {
    ...(before === undefined ? {} : { before: JSON.stringify(before) }),
    ...(after === undefined ? {} : { after: JSON.stringify(after) }),
  };
}
