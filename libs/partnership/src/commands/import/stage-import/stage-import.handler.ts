import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#command-handling';
import { deriveId } from '#event-sourcing';
import type { ImportMapping } from '../../../domain/import-batch/import-batch-events.js';
import { importBatchAggregate } from '../../../import-batch-aggregate.js';
import { ImportBatchCommand, type ImportBatchOutcome } from '../../../import-batch-command.handler.js';
import { stageImport } from './stage-import.js';
import type { ImportMappingInput, StageImportInput } from './stage-import.input.js';

export class StageImportCommand extends ImportBatchCommand<StageImportInput> {}

@CommandHandler(StageImportCommand)
export class StageImportHandler implements ICommandHandler<StageImportCommand> {
  constructor(@Inject(CommandRunner) private readonly runner: CommandRunner) {}

  execute({ input, request }: StageImportCommand): Promise<ImportBatchOutcome> {
    const command = { ...input, mapping: mappingOf(input.mapping) };
    const batchId = input.batchId ?? deriveId('imp', request.commandId);
    return this.runner.run(importBatchAggregate, batchId, request, (state, context) =>
      stageImport(command, state, context),
    );
  }
}

/** The recorded form: our field by column, and for each field our value by the file's. Said twice, the last one counts. */
function mappingOf({ sourceSystem, columns, values = [] }: ImportMappingInput): ImportMapping {
  const fields = [...new Set(values.map(({ field }) => field))];
  return {
    sourceSystem,
    columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
    values: Object.fromEntries(
      fields.map((wanted) => [
        wanted,
        Object.fromEntries(values.filter(({ field }) => field === wanted).map(({ theirs, ours }) => [theirs, ours])),
      ]),
    ),
  };
}
