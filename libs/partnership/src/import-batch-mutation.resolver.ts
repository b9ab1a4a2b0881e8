import type { Type } from '@nestjs/common';
import { type CommandInput, type CommandMutation, commandMutation, commandResult } from '#graphql';
import { ImportBatch } from './read-models/import-batches/import-batch.js';

const result = commandResult('ImportBatch', ImportBatch);

/** Resolves the import batch of an accepted answer. */
export const ImportBatchAcceptedResolver = result.AcceptedResolver;

/** The resolver of a command that answers with the import batch; imports are the system's and the head's (domain.md 2.4). */
export function importBatchMutation<Input extends CommandInput>(
  mutation: Omit<CommandMutation<Input, ImportBatch>, 'result' | 'roles'>,
): Type {
  return commandMutation({ ...mutation, result, roles: ['HEAD_OF_PARTNERING', 'SYSTEM'] });
}
