import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PersonEventNamed } from '#directory/domain';
import type { Recorded } from '#event-sourcing';
import type { Reaction } from '#projections';
import { RelieveContactCommand } from '../../commands/people/relieve-contact/relieve-contact.handler.js';
import { ConcernedPartnerships } from '../../concerned-partnerships.query.js';
import { followingCommand, refusalOf } from '../../following-command.adapter.js';
import { contactsToRelieve } from './contacts-to-relieve.js';

type Left = PersonEventNamed<'ContactPersonLeftCompany'>;

/** Ends the duties of a person who left the company, which opens vacancies (domain.md 2.12, I-05). */
@Injectable()
export class RelieveContactsWhenAPersonLeaves implements Reaction<Left> {
  readonly name = 'relieve-contacts-when-a-person-leaves';
  readonly types = ['ContactPersonLeftCompany'] as const;
  private readonly logger = new Logger(this.name);

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ConcernedPartnerships) private readonly partnerships: ConcernedPartnerships,
  ) {}

  async handle(event: Recorded<Left>, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const { id, position, data, metadata } = event;
    const concerned = await this.partnerships.withContact(data.personId, { position, signal });
    for (const duty of contactsToRelieve(data, concerned)) {
      const cause = { correlationId: metadata.$correlationId, causationId: id };
      const request = followingCommand(`${this.name} ${id} ${duty.partnershipId} ${duty.side}`, cause);
      const refusal = refusalOf(await this.commands.execute(new RelieveContactCommand(duty, request)));
      if (refusal !== undefined)
        this.logger.warn(`${data.personId} stays contact of ${duty.partnershipId}: ${refusal}`);
    }
  }
}
