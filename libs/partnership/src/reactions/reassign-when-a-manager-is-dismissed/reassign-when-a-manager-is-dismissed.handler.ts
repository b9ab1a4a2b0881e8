import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type ManagerEventNamed, managerStream } from '#directory/domain';
import type { Recorded } from '#event-sourcing';
import type { Reaction } from '#projections';
import { ReassignPartnerManagerCommand } from '../../commands/people/reassign-partner-manager/reassign-partner-manager.handler.js';
import { ConcernedPartnerships } from '../../concerned-partnerships.query.js';
import { followingCommand, refusalOf } from '../../following-command.adapter.js';
import { partnershipsToReassign } from './partnerships-to-reassign.js';

type Dismissed = ManagerEventNamed<'PartnerManagerDismissed'>;

/**
 * Hands the partnerships of a dismissed manager over, one by one (domain.md 2.6, 2.12). The command names the revision
 * that the manager was seen at: if somebody else was faster, the event comes again and finds nothing left to do.
 */
@Injectable()
export class ReassignWhenAManagerIsDismissed implements Reaction<Dismissed> {
  readonly name = 'reassign-when-a-manager-is-dismissed';
  readonly types = ['PartnerManagerDismissed'] as const;
  private readonly logger = new Logger(this.name);

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ConcernedPartnerships) private readonly partnerships: ConcernedPartnerships,
  ) {}

  async handle(event: Recorded<Dismissed>, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const { id, stream, position, data } = event;
    const dismissed = stream.slice(managerStream('').length);
    const named = data.handover.map(({ partnershipId }) => partnershipId);
    const stillTheirs = await this.partnerships.ofManager(dismissed, named, { position, signal });
    for (const { revision, ...handover } of partnershipsToReassign(data, stillTheirs)) {
      const request = followingCommand(`${this.name} ${id} ${handover.partnershipId}`, event);
      const command = new ReassignPartnerManagerCommand(handover, { ...request, expectedRevision: BigInt(revision) });
      const refusal = refusalOf(await this.commands.execute(command));
      if (refusal !== undefined) this.logger.warn(`${handover.partnershipId} stays with ${dismissed}: ${refusal}`);
    }
  }
}
