import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { PartnerCompany } from './read-models/partner-companies/partner-company.js';

const result = commandResult('PartnerCompany', PartnerCompany);

/** Resolves the company of an accepted answer. */
export const PartnerCompanyAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command that answers with the company. */
export function companyMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, PartnerCompany>, 'result'>,
): Type {
  return commandMutation({ ...mutation, result });
}
