import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandRunner } from '#command-handling';
import { importBatchAggregate } from '../../../import-batch-aggregate.js';
import { PartnershipCommand } from '../../../partnership-command.handler.js';
import { PartnershipFacts } from '../../../partnership-facts.adapter.js';
import { type OpeningOutcome, PartnershipOpening } from '../../../partnership-opening.adapter.js';
import { importPartnership } from './import-partnership.js';
import type { ImportPartnershipInput } from './import-partnership.input.js';

export class ImportPartnershipCommand extends PartnershipCommand<ImportPartnershipInput> {}

@CommandHandler(ImportPartnershipCommand)
export class ImportPartnershipHandler implements ICommandHandler<ImportPartnershipCommand> {
  constructor(
    @Inject(PartnershipOpening) private readonly opening: PartnershipOpening,
    @Inject(PartnershipFacts) private readonly facts: PartnershipFacts,
    @Inject(CommandRunner) private readonly runner: CommandRunner,
  ) {}

  execute({ input, request }: ImportPartnershipCommand): Promise<OpeningOutcome> {
    return this.opening.open(request, input, async (state, context) =>
      importPartnership(input, state, context, {
        companyKnown: await this.facts.companyKnown(input.companyId),
        batchStaged: (await this.runner.state(importBatchAggregate, input.batchId)).status !== 'ABSENT',
      }),
    );
  }
}
