import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CalendarDate } from '#calendar';
import { DirectoryFacts } from '#directory';
import type { PersonEventNamed } from '#directory/domain';
import type { Recorded } from '#event-sourcing';
import type { Reaction } from '#projections';
import { RevokeRequirementEvidenceCommand } from '../../commands/requirements/revoke-requirement-evidence/revoke-requirement-evidence.handler.js';
import { ConcernedPartnerships } from '../../concerned-partnerships.query.js';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { followingCommand, refusalOf } from '../../following-command.adapter.js';
import { certificatesToRevoke } from './certificates-to-revoke.js';

type Left = PersonEventNamed<'ContactPersonLeftCompany'>;
type HandedIn = PartnershipEventNamed<'RequirementEvidenceRecorded'>;

/**
 * Ends the certificates of a person who left the partner company: they are personal (domain.md 2.5). A certificate that
 * is stored after the leaving is looked at too: of the two events, the later one in the log finds the other.
 */
@Injectable()
export class RevokeCertificatesWhenTheirHolderLeaves implements Reaction<Left | HandedIn> {
  readonly name = 'revoke-certificates-when-their-holder-leaves';
  readonly types = ['ContactPersonLeftCompany', 'RequirementEvidenceRecorded'] as const;
  private readonly logger = new Logger(this.name);

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ConcernedPartnerships) private readonly partnerships: ConcernedPartnerships,
    @Inject(DirectoryFacts) private readonly directory: DirectoryFacts,
  ) {}

  async handle(event: Recorded<Left | HandedIn>, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const { id, position } = event;
    const { personId, leftOn } = await this.holderOf(event);
    if (personId === undefined || leftOn === undefined) return;
    const held = await this.partnerships.evidenceHeldBeyond(personId, leftOn, { position, signal });
    for (const certificate of certificatesToRevoke(leftOn, held)) {
      const { partnershipId, evidenceId } = certificate;
      const request = followingCommand(`${this.name} ${id} ${partnershipId} ${evidenceId} ${leftOn}`, event);
      const refusal = refusalOf(
        await this.commands.execute(new RevokeRequirementEvidenceCommand(certificate, request)),
      );
      if (refusal !== undefined) this.logger.warn(`${evidenceId} of ${partnershipId} still counts: ${refusal}`);
    }
  }

  /** Whom an event is about, and the day of leaving as far as it is known. */
  private async holderOf(
    event: Left | HandedIn,
  ): Promise<{ readonly personId?: string; readonly leftOn?: CalendarDate }> {
    if (event.type === 'ContactPersonLeftCompany') return event.data;
    const { holderPersonId } = event.data;
    return holderPersonId === undefined ? {} : ((await this.directory.person(holderPersonId)) ?? {});
  }
}
