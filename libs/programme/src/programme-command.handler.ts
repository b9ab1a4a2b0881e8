import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { aggregateHandler, CommandMessage, type CommandMessageType } from '#command-handling';
import type { Decision, DecisionContext } from '#event-sourcing';
import type { ProgrammeEvent } from './domain/events.js';
import type { ProgrammeState } from './domain/state.js';
import { programmeAggregate } from './programme-aggregate.js';
import { ProgrammeFacts } from './programme-facts.adapter.js';
import type { PartnerProgramme } from './read-models/partner-programmes/partner-programme.js';

/** A command that answers with the programme. */
export abstract class ProgrammeCommand<Input> extends CommandMessage<Input, PartnerProgramme> {}

/** The handler of a command on an existing programme. */
export function programmeHandler<Input extends { readonly programmeId: string }, Facts = undefined>(
  message: CommandMessageType<Input, PartnerProgramme>,
  handling: {
    readonly facts?: (facts: ProgrammeFacts, command: Input) => Promise<Facts>;
    readonly decide: (
      command: Omit<Input, 'programmeId'>,
      state: ProgrammeState,
      context: DecisionContext,
      facts: Facts,
    ) => Decision<ProgrammeEvent>;
  },
): Type<ICommandHandler> {
  return aggregateHandler(message, {
    aggregate: programmeAggregate,
    id: ({ programmeId }) => programmeId,
    services: ProgrammeFacts,
    ...(handling.facts === undefined ? {} : { facts: handling.facts }),
    decide: ({ programmeId: _, ...command }, state, context, facts: Facts) =>
      handling.decide(command, state, context, facts),
  });
}
