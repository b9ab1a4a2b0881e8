export type { Aggregate, FoldedAggregate } from './aggregate.js';
export { foldOf, systemActor } from './aggregate.js';
export type { CommandMessageType, CommandOutcome, CommandRequest } from './command-message.js';
export { CommandMessage } from './command-message.js';
export { CommandRunner } from './command-runner.adapter.js';
export type { AggregateCommandHandling } from './aggregate-command.handler.js';
export { aggregateHandler } from './aggregate-command.handler.js';
