import { Command } from 'commander';
import { verifyProjectionsCommand } from './verify-projections.command.js';

/** What can be verified; a line here for each. */
const commands = [verifyProjectionsCommand];

/** `accord verify`: proof that nothing was altered or lost. */
export function verifyCommand(): Command {
  const group = new Command('verify').description('Proves that what is shown is what the log says.');
  for (const command of commands) group.addCommand(command());
  return group;
}
