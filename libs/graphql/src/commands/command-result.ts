import type { Type } from '@nestjs/common';
import { createUnionType, Field, Int, ObjectType } from '@nestjs/graphql';
import type { CommandOutcome } from '#command-handling';
import type { Actor } from '#identity';
import { commandRejected, CommandRejected, CommandWarning } from './command-rejected.js';

/** Adds to stored documents what is joined when they are asked for (names from elsewhere), a page at a time. */
export interface Presenter<Document> {
  present(documents: readonly Document[], actor: Actor): Promise<readonly Document[]>;
}

/** The aggregate of an answer with all that is joined to it. */
export type Present<Document> = (aggregate: Document) => Promise<Document>;

/** What the commands of one aggregate answer with: `PartnershipAccepted | CommandRejected`. */
export interface CommandResult<Document> {
  readonly union: unknown;
  readonly presenter?: Type<Presenter<Document>>;
  /** The member of the union for an outcome; `present` is called when the answer's aggregate is asked for. */
  readonly answer: (outcome: CommandOutcome<Document>, present?: Present<Document>) => object;
}

/**
 * Declares the GraphQL types that an aggregate's commands answer with. `aggregate` is its name, `Partnership`; the
 * accepted answer carries the aggregate under that name in lower case.
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

    constructor(readonly aggregate: () => Document | Promise<Document>) {}
  }
  Object.defineProperty(Accepted.prototype, field, {
    get(this: Accepted) {
      return this.aggregate();
    },
  });
  Field(() => document, { name: field, description: 'As it stands after the command, read from its stream.' })(
    Accepted.prototype,
    field,
  );

  const union = createUnionType({
    name: `${aggregate}CommandResult`,
    types: () => [Accepted, CommandRejected] as const,
    resolveType: (value: object) => (value instanceof CommandRejected ? CommandRejected : Accepted),
  });
  return {
    union,
    ...(presenter === undefined ? {} : { presenter }),
    answer: (outcome, present) => {
      if (outcome.outcome === 'rejected') return commandRejected(outcome);
      const { position, revision, warnings, aggregate: written } = outcome;
      // Joined only when the field is asked for.
      const answer = new Accepted(() => (present === undefined ? written : present(written)));
      return Object.assign(answer, { position, revision, warnings });
    },
  };
}
