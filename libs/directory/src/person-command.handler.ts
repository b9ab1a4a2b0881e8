import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { aggregateHandler, CommandMessage, type CommandMessageType } from '#command-handling';
import type { Decision, DecisionContext } from '#event-sourcing';
import type { PersonEvent } from './domain/person/events.js';
import type { PersonState } from './domain/person/state.js';
import { personAggregate } from './person-aggregate.js';
import type { ContactPerson } from './read-models/contact-persons/contact-person.js';

/** A command that answers with the contact person. */
export abstract class PersonCommand<Input> extends CommandMessage<Input, ContactPerson> {}

/** The handler of a command on an existing contact person that touches nothing but the stream. */
export function personHandler<Input extends { readonly personId: string }>(
  message: CommandMessageType<Input, ContactPerson>,
  decide: (command: Omit<Input, 'personId'>, state: PersonState, context: DecisionContext) => Decision<PersonEvent>,
): Type<ICommandHandler> {
  return aggregateHandler(message, {
    aggregate: personAggregate,
    id: ({ personId }) => personId,
    decide: ({ personId: _, ...command }, state, context) => decide(command, state, context),
  });
}
