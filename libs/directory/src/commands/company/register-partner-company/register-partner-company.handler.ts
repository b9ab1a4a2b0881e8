import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CommandMessage, type CommandOutcome, CommandRunner } from '#command-handling';
import { deriveId, refuseFuture } from '#event-sourcing';
import { type PartnerCompany, companyAggregate } from '../../../company-aggregate.js';
import { CompanyReservations } from '../../../company-reservations.adapter.js';
import { registerPartnerCompany } from './register-partner-company.js';
import type { RegisterPartnerCompanyInput } from './register-partner-company.input.js';

export class RegisterPartnerCompanyCommand extends CommandMessage<RegisterPartnerCompanyInput, PartnerCompany> {}

@CommandHandler(RegisterPartnerCompanyCommand)
export class RegisterPartnerCompanyHandler implements ICommandHandler<RegisterPartnerCompanyCommand> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(CompanyReservations) private readonly reservations: CompanyReservations,
  ) {}

  execute({ input, request }: RegisterPartnerCompanyCommand): Promise<CommandOutcome<PartnerCompany>> {
    const companyId = deriveId('cmp', request.commandId);
    return this.runner.run(companyAggregate, companyId, request, async (state, context) => {
      const decision = refuseFuture(registerPartnerCompany(input, state, context), context.today);
      if (decision.outcome === 'rejected') return decision;
      return (await this.reservations.reserve(companyId, input, request)) ?? decision;
    });
  }
}
