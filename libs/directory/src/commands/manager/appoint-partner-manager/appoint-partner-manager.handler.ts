import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandOutcome, CommandRunner } from '#command-handling';
import { deriveId, refuseFuture } from '#event-sourcing';
import { managerHolds, managerReservation } from '../../../domain/manager/manager-reservation.js';
import { type PartnerManager, managerAggregate } from '../../../manager-aggregate.js';
import { ManagerCommand } from '../../../manager-command.handler.js';
import { Reservations } from '../../../reservations.adapter.js';
import { appointPartnerManager } from './appoint-partner-manager.js';
import type { AppointPartnerManagerInput } from './appoint-partner-manager.input.js';

export class AppointPartnerManagerCommand extends ManagerCommand<AppointPartnerManagerInput> {}

@CommandHandler(AppointPartnerManagerCommand)
export class AppointPartnerManagerHandler implements ICommandHandler<AppointPartnerManagerCommand> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(Reservations) private readonly reservations: Reservations,
  ) {}

  execute({ input, request }: AppointPartnerManagerCommand): Promise<CommandOutcome<PartnerManager>> {
    const managerId = deriveId(managerAggregate.idPrefix, request.commandId);
    const user = {
      ...managerReservation(input.userId),
      holderIsOpen: async (holder: string) => managerHolds(await this.runner.state(managerAggregate, holder)),
    };
    return this.runner.run(managerAggregate, managerId, request, async (state, context) => {
      const decision = refuseFuture(appointPartnerManager(input, state, context), context.today);
      if (decision.outcome === 'rejected') return decision;
      return (await this.reservations.reserve(managerId, [user], request)) ?? decision;
    });
  }
}
