import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { Partnership } from './read-models/partnership-overview/partnership.js';
import { PartnershipPresenter } from './read-models/partnership-overview/partnership-presenter.query.js';

const result = commandResult('Partnership', Partnership, PartnershipPresenter);

/** Resolves the partnership of an accepted answer. */
export const PartnershipAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command that answers with the partnership. */
export function partnershipMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, Partnership>, 'result'>,
): Type {
  return commandMutation({ ...mutation, result });
}
