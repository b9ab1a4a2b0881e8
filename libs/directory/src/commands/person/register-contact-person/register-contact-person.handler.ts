import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type CommandOutcome, CommandRunner } from '#command-handling';
import { deriveId } from '#event-sourcing';
import { AbandonedRegistrations } from '../../../abandoned-registrations.adapter.js';
import { DirectoryFacts } from '../../../directory-facts.adapter.js';
import { inVaultOrder, type PersonField } from '../../../domain/person/person-field.js';
import { type ContactPerson, personAggregate } from '../../../person-aggregate.js';
import { PersonCommand } from '../../../person-command.handler.js';
import { PERSON_VAULT, type PersonVault, type RegisterAnswer } from '../../../vault/person-vault.js';
import { registerContactPerson } from './register-contact-person.js';
import type { RegisterContactPersonInput } from './register-contact-person.input.js';

export class RegisterContactPersonCommand extends PersonCommand<RegisterContactPersonInput> {}

/** Vault first, then event (domain.md 2.7): decided once before, so that a refused person is never stored. */
@CommandHandler(RegisterContactPersonCommand)
export class RegisterContactPersonHandler implements ICommandHandler<RegisterContactPersonCommand> {
  constructor(
    @Inject(CommandRunner) private readonly runner: CommandRunner,
    @Inject(DirectoryFacts) private readonly facts: DirectoryFacts,
    @Inject(PERSON_VAULT) private readonly vault: PersonVault,
    @Inject(AbandonedRegistrations) private readonly abandoned: AbandonedRegistrations,
  ) {}

  execute({ input, request }: RegisterContactPersonCommand): Promise<CommandOutcome<ContactPerson>> {
    const { name, title, email, phone, ...rest } = input;
    const data = given({ name, title, email, phone });
    const command = { ...rest, changedFields: inVaultOrder(Object.keys(data) as readonly PersonField[]) };
    const personId = deriveId(personAggregate.idPrefix, request.commandId);
    return this.runner.run(personAggregate, personId, request, async (state, context) => {
      const { companyId } = input;
      const facts = { companyKnown: companyId !== undefined && (await this.facts.companyKnown(companyId)) };
      const decision = registerContactPerson(command, state, context, facts);
      if (decision.outcome === 'rejected') return decision;
      const place = { personId, ...(companyId === undefined ? {} : { companyId }) };
      const answer = await this.abandoned.settle<RegisterAnswer>(
        () => this.vault.register({ ...place, ...data, name, storedAt: context.now }),
        context.now,
      );
      return answer.outcome === 'STORED'
        ? decision
        : registerContactPerson(command, state, context, { ...facts, duplicateOf: answer.personId });
    });
  }
}

function given(fields: Readonly<Record<string, string | undefined>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(fields).filter((field): field is [string, string] => field[1] !== undefined),
  );
}
