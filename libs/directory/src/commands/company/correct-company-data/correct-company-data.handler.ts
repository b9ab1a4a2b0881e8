import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandMessage, type CommandOutcome, CommandRunner } from '#command-handling';
import { refuseFuture } from '#event-sourcing';
import { type PartnerCompany, companyAggregate } from '../../../company-aggregate.js';
import { CompanyReservations } from '../../../company-reservations.adapter.js';
import { correctCompanyData } from './correct-company-data.js';
import type { CorrectCompanyDataInput } from './correct-company-data.input.js';

export class CorrectCompanyDataCommand extends CommandMessage<CorrectCompanyDataInput, PartnerCompany> {}

@CommandHandler(CorrectCompanyDataCommand)
export class CorrectCompanyDataHandler implements ICommandHandler<CorrectCompanyDataCommand> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(CompanyReservations) private readonly reservations: CompanyReservations,
  ) {}

  execute({ input, request }: CorrectCompanyDataCommand): Promise<CommandOutcome<PartnerCompany>> {
    const { companyId, ...command } = input;
    return this.runner.run(companyAggregate, companyId, request, async (state, context) => {
      const decision = refuseFuture(correctCompanyData(command, state, context), context.today);
      if (decision.outcome === 'rejected') return decision;
      return (await this.reservations.reserve(companyId, command, request)) ?? decision;
    });
  }
}
