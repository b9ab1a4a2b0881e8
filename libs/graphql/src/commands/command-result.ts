import { Inject, Optional, type Type } from '@nestjs/common';
import { ModuleRef } from '@nestjs/core';
import { Context, createUnionType, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { CommandOutcome } from '#command-handling';
import type { Actor } from '#identity';
import type { RequestContext } from '../request-context.js';
import { commandRejected, CommandRejected, CommandWarning } from './command-rejected.js';

/** Adds to stored documents what is joined when they are asked for (names from elsewhere), a page at a time. */
export interface Presenter<Document> {
  present(documents: readonly Document[], actor: Actor): Promise<readonly Document[]>;
}

/** What the commands of one aggregate answer with: `PartnershipAccepted | CommandRejected`. */
export interface CommandResult<Document> {
  readonly union: unknown;
  /** Resolves the aggregate of an accepted answer; a provider of the context's module. */
  readonly AcceptedResolver: Type;
  /** The member of the union for an outcome. */
  readonly answer: (outcome: CommandOutcome<Document>) => object;
}

/**
 * Declares the GraphQL types that an aggregate's commands answer with. `aggregate` is its name, `Partnership`; the
 * accepted answer carries the aggregate under that name in lower case, joined by `presenter` when it is asked for.
 */
export function commandResult<Document extends object>(
  aggregate: string,
  document: Type<Document>,
  presenter?: Type<Presenter<Document>>,
): CommandResult<Document> {
  const field = aggregate.charAt(0).toLowerCase() + aggregate.slice(1);

  @ObjectType(`${aggregate}Accepted`, { description: 'The command was accepted and is durable.' })
  class Accepted {
    @Field(() => String, { description: 'Send it as the header accord-position to read your own write.' })
    readonly position!: string;

    @Field(() => Int, { description: 'Revision of the stream after the command; usable as expectedRevision.' })
    readonly revision!: number;

    @Field(() => [CommandWarning])
    readonly warnings!: readonly CommandWarning[];

    readonly written!: Document;
  }

  @Resolver(() => Accepted)
  class AcceptedResolver {
    constructor(@Optional() @Inject(ModuleRef) private readonly modules: ModuleRef) {}

    @ResolveField(() => document, {
      name: field,
      description: 'As it stands after the command, read from its stream.',
    })
    async aggregate(@Parent() { written }: Accepted, @Context() { actor }: RequestContext): Promise<Document> {
      if (presenter === undefined) return written;
      const [presented] = await this.modules.get(presenter, { strict: false }).present([written], actor);
      return presented ?? written;
    }
  }
  Object.defineProperty(AcceptedResolver, 'name', { value: `${aggregate}AcceptedResolver` });

  const union = createUnionType({
    name: `${aggregate}CommandResult`,
    types: () => [Accepted, CommandRejected] as const,
    resolveType: (value: object) => (value instanceof CommandRejected ? CommandRejected : Accepted),
  });
  return {
    union,
    AcceptedResolver,
    answer: (outcome) => {
      if (outcome.outcome === 'rejected') return commandRejected(outcome);
      const { position, revision, warnings, aggregate: written } = outcome;
      return Object.assign(new Accepted(), { position, revision, warnings, written });
    },
  };
}
