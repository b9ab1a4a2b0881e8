import { Injectable } from '@nestjs/common';
import { type Decision, type DecisionContext, type DomainEvent, rejected, Transactor } from '#event-sourcing';
import { eventActor } from '#identity';
import { type Aggregate, foldOf } from './aggregate.js';
import type { CommandOutcome, CommandRequest } from './command-message.js';

/** Runs decisions against aggregates: what command handlers stand on. */
@Injectable()
export class CommandRunner {
  constructor(private readonly transactor: Transactor) {}

  /**
   * Decides on the aggregate with this id and answers with its document. An accepted command without events on an
   * aggregate that does not exist is `NOT_FOUND`.
   */
  async run<State, Document extends object, Event extends DomainEvent>(
    aggregate: Aggregate<State, Document, Event>,
    id: string,
    request: CommandRequest,
    decide: (state: State, context: DecisionContext) => Decision<Event> | Promise<Decision<Event>>,
  ): Promise<CommandOutcome<Document>> {
    const result = await this.transactor.transact({
      stream: aggregate.stream(id),
      fold: foldOf(aggregate, id),
      origin: { ...request, actor: eventActor(request.actor) },
      decide: ({ state }, context) => decide(state, context),
    });
    if (result.outcome === 'rejected') return result;
    const { document } = result.folded;
    if (document === undefined) return rejected('NOT_FOUND', `There is nothing with the id ${id}.`);
    const { position, warnings } = result;
    return { outcome: 'accepted', revision: Number(result.revision), position, aggregate: document, warnings };
  }

  /** The state of an aggregate as its stream says now: for facts that decisions on other streams need. */
  async state<State, Document extends object, Event extends DomainEvent>(
    aggregate: Aggregate<State, Document, Event>,
    id: string,
  ): Promise<State> {
    const { folded } = await this.transactor.load(aggregate.stream(id), foldOf(aggregate, id));
    return folded.state;
  }
}
