import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Decision, DecisionContext, DomainEvent } from '#event-sourcing';
import type { Aggregate } from './aggregate.js';
import type { CommandMessage, CommandMessageType, CommandOutcome, CommandRequest } from './command-message.js';
import { CommandRunner } from './command-runner.adapter.js';

/** How a command on one aggregate is carried out; a slice declares only what is its own. */
export interface AggregateCommandHandling<
  Input,
  State,
  Document extends object,
  Event extends DomainEvent,
  Services,
  Facts,
> {
  readonly aggregate: Aggregate<State, Document, Event>;
  /** The id of the aggregate: named by the input, or derived from the command id when the command creates it. */
  readonly id: (input: Input, request: CommandRequest) => string;
  /** What fetches the facts: an injectable class. */
  readonly services?: Type<Services>;
  /** Fetches what the decision needs of other places, for the state it will decide on. */
  readonly facts?: (services: Services, input: Input, state: State, today: string) => Promise<Facts>;
  readonly decide: (input: Input, state: State, context: DecisionContext, facts: Facts) => Decision<Event>;
}

/** The handler of a command on one aggregate: facts, then decision. */
export function aggregateHandler<
  Input,
  State,
  Document extends object,
  Event extends DomainEvent,
  Services = undefined,
  Facts = undefined,
>(
  message: CommandMessageType<Input, Document>,
  handling: AggregateCommandHandling<Input, State, Document, Event, Services, Facts>,
): Type<ICommandHandler> {
  @CommandHandler(message)
  class Handler {
    constructor(
      @Inject(CommandRunner) private readonly runner: CommandRunner,
      @Inject(handling.services ?? CommandRunner) private readonly services: Services,
    ) {}

    execute({ input, request }: CommandMessage<Input, Document>): Promise<CommandOutcome<Document>> {
      const id = handling.id(input, request);
      return this.runner.run(handling.aggregate, id, request, async (state, context) => {
        const facts = (await handling.facts?.(this.services, input, state, context.today)) as Facts;
        return handling.decide(input, state, context, facts);
      });
    }
  }
  Object.defineProperty(Handler, 'name', { value: message.name.replace(/Command$/, 'Handler') });
  return Handler;
}
