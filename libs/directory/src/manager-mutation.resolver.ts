import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { PartnerManager } from './read-models/partner-managers/partner-manager.js';

const result = commandResult('PartnerManager', PartnerManager);

/** Resolves the partner manager of an accepted answer. */
export const PartnerManagerAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command that answers with the partner manager; only the head of partnering appoints and dismisses. */
export function managerMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, PartnerManager>, 'result'>,
): Type {
  return commandMutation({ ...mutation, result });
}
