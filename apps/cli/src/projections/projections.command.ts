import { Command } from 'commander';
import { newProjectionCommand } from './new-projection.command.js';
import { runningProjectionsCommands } from './running-projections.commands.js';

/** What can be done with projections; a line here for each. */
const commands = [newProjectionCommand, ...runningProjectionsCommands];

/** `accord projections`: the read models of analysts. */
export function projectionsCommand(): Command {
  const group = new Command('projections').description(
    'Writes projection files, and looks after the projections of a running server.',
  );
  for (const command of commands) group.addCommand(command());
  return group;
}
