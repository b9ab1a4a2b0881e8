import { Command } from '@nestjs/cqrs';
import type { CommandOrigin, DecisionWarning, Position, Rejected } from '#event-sourcing';
import type { Actor } from '#identity';

/** Who sent a command, through which channel, and what it belongs to. */
export interface CommandRequest extends Omit<CommandOrigin, 'actor'> {
  readonly actor: Actor;
}

/** What became of a command: the aggregate as it stands after it, read from its stream, or the refusal. */
export type CommandOutcome<Document> =
  | {
      readonly outcome: 'accepted';
      readonly revision: number;
      readonly position: Position;
      readonly aggregate: Document;
      readonly warnings: readonly DecisionWarning[];
    }
  | Rejected;

/**
 * A command on its way over the CommandBus: `class HoldReviewCommand extends CommandMessage<HoldReview, Partnership> {}`.
 * The bus routes by class, so every command has its own.
 */
export abstract class CommandMessage<Input, Document> extends Command<CommandOutcome<Document>> {
  constructor(
    readonly input: Input,
    readonly request: CommandRequest,
  ) {
    super();
  }
}

/** The class of a command message. */
export type CommandMessageType<Input, Document> = new (
  input: Input,
  request: CommandRequest,
) => CommandMessage<Input, Document>;
