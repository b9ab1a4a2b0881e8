import { Command } from 'commander';
import { newProjectionCommand } from './new-projection.command.js';

/** What can be done with projections; a line here for each. */
const commands = [newProjectionCommand];

/** `accord projections`: the read models of analysts. */
export function projectionsCommand(): Command {
  const group = new Command('projections').description('Writes and looks after the projection files of analysts.');
  for (const command of commands) group.addCommand(command());
  return group;
}
