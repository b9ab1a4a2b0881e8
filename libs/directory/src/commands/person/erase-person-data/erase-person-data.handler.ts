import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandOutcome, CommandRunner } from '#command-handling';
import { DirectoryFacts } from '../../../directory-facts.adapter.js';
import { type ContactPerson, personAggregate } from '../../../person-aggregate.js';
import { PersonCommand } from '../../../person-command.handler.js';
import { PERSON_VAULT, type PersonVault } from '../../../vault/person-vault.js';
import { erasePersonData } from './erase-person-data.js';
import type { ErasePersonDataInput } from './erase-person-data.input.js';

export class ErasePersonDataCommand extends PersonCommand<ErasePersonDataInput> {}

/** Vault first, then event (domain.md 2.10): what the history calls erased is gone from the file. */
@CommandHandler(ErasePersonDataCommand)
export class ErasePersonDataHandler implements ICommandHandler<ErasePersonDataCommand> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(DirectoryFacts) private readonly facts: DirectoryFacts,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
  ) {}

  execute({ input, request }: ErasePersonDataCommand): Promise<CommandOutcome<ContactPerson>> {
    const { personId, ...command } = input;
    return this.runner.run(personAggregate, personId, request, async (state, context) => {
      const retentionUntil = await this.facts.retentionOf(personId);
      const facts = retentionUntil === undefined ? {} : { retentionUntil };
      const decision = erasePersonData(command, state, context, facts);
      if (decision.outcome === 'accepted')
        for (const event of decision.events)
          if (event.type === 'PersonDataErased') await this.vault.erase(personId, event.data.fieldsErased);
      return decision;
    });
  }
}
