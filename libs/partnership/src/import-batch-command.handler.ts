import { Inject, type Type } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandMessage, type CommandMessageType, type CommandOutcome, CommandRunner } from '#command-handling';
import type { Decision, DecisionContext } from '#event-sourcing';
import type { ImportBatchEvent } from './domain/import-batch/import-batch-events.js';
import type { ImportBatchState } from './domain/import-batch/import-batch-state.js';
import { importBatchAggregate } from './import-batch-aggregate.js';
import type { ImportBatch } from './read-models/import-batches/import-batch.js';

/** A command that answers with the batch: `class CommitImportCommand extends ImportBatchCommand<CommitImportInput> {}`. */
export abstract class ImportBatchCommand<Input> extends CommandMessage<Input, ImportBatch> {}

/** What became of a command on a batch. */
export type ImportBatchOutcome = CommandOutcome<ImportBatch>;

/** The handler of a command on an existing batch. */
export function importBatchHandler<Input extends { readonly batchId: string }>(
  message: CommandMessageType<Input, ImportBatch>,
  decide: (command: Input, state: ImportBatchState, context: DecisionContext) => Decision<ImportBatchEvent>,
): Type<ICommandHandler> {
  @CommandHandler(message)
  class Handler {
    constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {}

    execute({ input, request }: CommandMessage<Input, ImportBatch>): Promise<ImportBatchOutcome> {
      return this.runner.run(importBatchAggregate, input.batchId, request, (state, context) =>
        decide(input, state, context),
      );
    }
  }
  Object.defineProperty(Handler, 'name', { value: message.name.replace(/Command$/, 'Handler') });
  return Handler;
}
