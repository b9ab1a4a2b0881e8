import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandOutcome, CommandRunner } from '#command-handling';
import { rejected } from '#event-sourcing';
import { AbandonedRegistrations } from '../../../abandoned-registrations.adapter.js';
import { inVaultOrder, type PersonField } from '../../../domain/person/person-field.js';
import { type ContactPerson, personAggregate } from '../../../person-aggregate.js';
import { PersonCommand } from '../../../person-command.handler.js';
import { PERSON_VAULT, type PersonVault, type UpdateAnswer } from '../../../vault/person-vault.js';
import { updateContactPersonData } from './update-contact-person-data.js';
import type { UpdateContactPersonDataInput } from './update-contact-person-data.input.js';

export class UpdateContactPersonDataCommand extends PersonCommand<UpdateContactPersonDataInput> {}

/** Vault first, then event (domain.md 2.7): decided once before, so that a refused change is never stored. */
@CommandHandler(UpdateContactPersonDataCommand)
export class UpdateContactPersonDataHandler implements ICommandHandler<UpdateContactPersonDataCommand> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(AbandonedRegistrations) private readonly abandoned: AbandonedRegistrations,
  ) {}

  execute({ input, request }: UpdateContactPersonDataCommand): Promise<CommandOutcome<ContactPerson>> {
    const { personId, occurredOn, ...data } = input;
    const command = {
      ...(occurredOn === undefined ? {} : { occurredOn }),
      changedFields: inVaultOrder(Object.keys(data) as readonly PersonField[]),
    };
    return this.runner.run(personAggregate, personId, request, async (state, context) => {
      const decision = updateContactPersonData(command, state, context, {});
      if (decision.outcome === 'rejected' || decision.events.length === 0) return decision;
      const answer = await this.abandoned.settle<UpdateAnswer>(() => this.vault.update(personId, data), context.now);
      switch (answer.outcome) {
        case 'STORED':
          return decision;
        case 'DUPLICATE':
          return updateContactPersonData(command, state, context, { duplicateOf: answer.personId });
        case 'ERASED':
          return rejected(
            'PERSON_ERASED',
            `${answer.fields.join(', ')} of ${personId} was erased and takes no new value.`,
          );
        case 'UNKNOWN':
          throw new Error(`The vault holds nothing about ${personId}: restore log and vault from the same backup.`);
      }
    });
  }
}
