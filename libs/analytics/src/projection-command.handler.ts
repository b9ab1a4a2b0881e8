import type { Type } from '@nestjs/common';
import type { ICommandHandler } from '@nestjs/cqrs';
import { aggregateHandler, CommandMessage, type CommandMessageType } from '#command-handling';
import type { Decision, DecisionContext } from '#event-sourcing';
import type { ProjectionEvent } from './domain/events.js';
import type { ProjectionFacts } from './domain/projection-facts.js';
import type { ProjectionControl } from './domain/state.js';
import { projectionAggregate } from './projection-aggregate.js';
import { ProjectionFactsOfEngine } from './projection-facts.adapter.js';
import type { ProjectionOverview } from './read-models/projection-overview/projection-overview.js';

/** A command that answers with the projection. */
export abstract class ProjectionCommand<Input> extends CommandMessage<Input, ProjectionOverview> {}

/** What every command on the running of a projection names. */
export interface NamesProjection {
  /** The projection's name. */
  readonly projection: string;
  /** A document of it. */
  readonly key?: string;
}

/** The handler of a command on the running of a projection. */
export function projectionHandler<Input extends NamesProjection>(
  message: CommandMessageType<Input, ProjectionOverview>,
  decide: (
    command: Omit<Input, 'projection'>,
    control: ProjectionControl,
    context: DecisionContext,
    facts: ProjectionFacts,
  ) => Decision<ProjectionEvent>,
): Type<ICommandHandler> {
  return aggregateHandler(message, {
    aggregate: projectionAggregate,
    id: ({ projection }) => projection,
    services: ProjectionFactsOfEngine,
    facts: (engine, { projection, key }) => engine.facts(projection, key),
    decide: ({ projection: _, ...command }, control, context, facts: ProjectionFacts) =>
      decide(command, control, context, facts),
  });
}
