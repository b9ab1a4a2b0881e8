import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { aggregateHandler, CommandMessage, type CommandMessageType } from '#command-handling';
import type { Decision, DecisionContext } from '#event-sourcing';
import { DirectoryFacts } from './directory-facts.adapter.js';
import type { ManagerEvent } from './domain/manager/events.js';
import type { ManagerState } from './domain/manager/state.js';
import { managerAggregate } from './manager-aggregate.js';
import type { PartnerManager } from './read-models/partner-managers/partner-manager.js';

/** A command that answers with the partner manager. */
export abstract class ManagerCommand<Input> extends CommandMessage<Input, PartnerManager> {}

/** The handler of a command on an existing partner manager. */
export function managerHandler<Input extends { readonly managerId: string }, Facts = undefined>(
  message: CommandMessageType<Input, PartnerManager>,
  handling: {
    readonly facts?: (facts: DirectoryFacts, command: Input) => Promise<Facts>;
    readonly decide: (
      command: Omit<Input, 'managerId'>,
      state: ManagerState,
      context: DecisionContext,
      facts: Facts,
    ) => Decision<ManagerEvent>;
  },
): Type<ICommandHandler> {
  return aggregateHandler(message, {
    aggregate: managerAggregate,
    id: ({ managerId }) => managerId,
    services: DirectoryFacts,
    ...(handling.facts === undefined ? {} : { facts: handling.facts }),
    decide: ({ managerId: _, ...command }, state, context, facts: Facts) =>
      handling.decide(command, state, context, facts),
  });
}
