import { Inject, Injectable, Logger } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { PersonEventNamed } from '#directory/domain';
import type { Recorded } from '#event-sourcing';
import type { Reaction } from '#projections';
import { RelieveContactCommand } from '../../commands/people/relieve-contact/relieve-contact.handler.js';
import { ConcernedPartnerships } from '../../concerned-partnerships.query.js';
import { followingCommand, refusalOf } from '../../following-command.adapter.js';
import { contactsToRelieve, leavingOf } from './contacts-to-relieve.js';

type Gone = PersonEventNamed<'ContactPersonLeftCompany' | 'PersonDataErased'>;

/** Ends the duties of a person who left the company or was forgotten, which opens vacancies (domain.md 2.10, 2.12, I-05). */
@Injectable()
export class RelieveContactsWhenAPersonLeaves implements Reaction<Gone> {
  readonly name = 'relieve-contacts-when-a-person-leaves';
  readonly types = ['ContactPersonLeftCompany', 'PersonDataErased'] as const;
  private readonly logger = new Logger(this.name);

  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(ConcernedPartnerships) private readonly partnerships: ConcernedPartnerships,
  ) {}

  async handle(event: Recorded<Gone>, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    const { id, position, metadata } = event;
    const leaving = leavingOf(event);
    if (leaving === undefined) return;
    const { personId, leftOn } = leaving;
    const duties = await this.partnerships.dutiesBeyond(personId, leftOn, { position, signal });
    for (const duty of contactsToRelieve(leaving, duties)) {
      const cause = { correlationId: metadata.$correlationId, causationId: id };
      const request = followingCommand(`${this.name} ${id} ${duty.partnershipId} ${duty.side} ${duty.endsOn}`, cause);
      const refusal = refusalOf(await this.commands.execute(new RelieveContactCommand(duty, request)));
      if (refusal !== undefined) this.logger.warn(`${personId} stays contact of ${duty.partnershipId}: ${refusal}`);
    }
  }
}
