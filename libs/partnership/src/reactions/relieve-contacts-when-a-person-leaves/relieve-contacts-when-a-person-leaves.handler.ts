import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DirectoryFacts } from '#directory';
import type { PersonEventNamed } from '#directory/domain';
import type { Recorded } from '#event-sourcing';
import type { Reaction } from '#projections';
import { RelieveContactCommand } from '../../commands/people/relieve-contact/relieve-contact.handler.js';
import { ConcernedPartnerships } from '../../concerned-partnerships.query.js';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { followingCommand, refusalOf } from '../../following-command.adapter.js';
import { alreadyGone, contactsToRelieve, type Leaving, leavingOf } from './contacts-to-relieve.js';

type Gone = PersonEventNamed<'ContactPersonLeftCompany' | 'PersonDataErased'>;
type Assigned = PartnershipEventNamed<'ContactAssigned'>;

/**
 * Ends the duties of a person who left the company or was forgotten, which opens vacancies (domain.md 2.10, 2.12, I-05).
 * An assignment that was decided before the leaving and stored after it is looked at too: of the two events, the later
 * one in the log finds the other.
 */
@Injectable()
export class RelieveContactsWhenAPersonLeaves implements Reaction<Gone | Assigned> {
  readonly name = 'relieve-contacts-when-a-person-leaves';
  readonly types = ['ContactPersonLeftCompany', 'PersonDataErased', 'ContactAssigned'] as const;
  private readonly logger = new Logger(this.name);

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ConcernedPartnerships) private readonly partnerships: ConcernedPartnerships,
    @Inject(DirectoryFacts) private readonly directory: DirectoryFacts,
  ) {}

  async handle(event: Recorded<Gone | Assigned>, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const { id, position } = event;
    const leaving = await this.leavingBy(event);
    if (leaving === undefined) return;
    const { personId, leftOn } = leaving;
    const duties = await this.partnerships.dutiesBeyond(personId, leftOn, { position, signal });
    for (const duty of contactsToRelieve(leaving, duties)) {
      const request = followingCommand(`${this.name} ${id} ${duty.partnershipId} ${duty.side} ${duty.endsOn}`, event);
      const refusal = refusalOf(await this.commands.execute(new RelieveContactCommand(duty, request)));
      if (refusal !== undefined) this.logger.warn(`${personId} stays contact of ${duty.partnershipId}: ${refusal}`);
    }
  }

  private async leavingBy(event: Gone | Assigned): Promise<Leaving | undefined> {
    return event.type === 'ContactAssigned'
      ? alreadyGone(await this.directory.person(event.data.personId))
      : leavingOf(event);
  }
}
