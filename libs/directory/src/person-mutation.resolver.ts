import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { ContactPerson } from './read-models/contact-persons/contact-person.js';
import { ContactPersonPresenter } from './read-models/contact-persons/person-names.query.js';

const result = commandResult('ContactPerson', ContactPerson, ContactPersonPresenter);

/** Resolves the contact person of an accepted answer. */
export const ContactPersonAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command that answers with the contact person. */
export function personMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, ContactPerson>, 'result'>,
): Type {
  return commandMutation({ ...mutation, result });
}
