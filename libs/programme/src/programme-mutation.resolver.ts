import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { PartnerProgramme } from './read-models/partner-programmes/partner-programme.js';

const result = commandResult('PartnerProgramme', PartnerProgramme);

/** Resolves the programme of an accepted answer. */
export const PartnerProgrammeAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command that answers with the programme; programmes are the head of partnering's. */
export function programmeMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, PartnerProgramme>, 'result' | 'roles'>,
): Type {
  return commandMutation({ ...mutation, roles: ['HEAD_OF_PARTNERING'], result });
}
