import { Command, CommanderError } from 'commander';
import { backupCommand } from './commands/backup.command.js';
import { copyCommand } from './commands/copy.command.js';
import { demoCommand } from './commands/demo.command.js';
import { exportCommand } from './commands/export.command.js';
import { eraseAgainCommand } from './commands/erase-again.command.js';
import { historyCommand } from './commands/history.command.js';
import { importCommand } from './commands/import.command.js';
import { projectCommand } from './commands/project.command.js';
import { tokenCommand } from './commands/token.command.js';
import { versionCommand } from './commands/version.command.js';
import { CommandFailed, ExitCode } from './exit-code.js';
import { projectionsCommand } from './projections/projections.command.js';
import { verifyCommand } from './verify/verify.command.js';

const commands = [
  importCommand,
  demoCommand,
  tokenCommand,
  historyCommand,
  projectCommand,
  backupCommand,
  copyCommand,
  eraseAgainCommand,
  projectionsCommand,
  verifyCommand,
  exportCommand,
  versionCommand,
];

/** Runs the command line; resolves to the exit code, after one clear line on stderr when something went wrong. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const program = new Command('accord')
    .description('Accord, the system of record for strategic partnerships.')
    .addHelpText(
      'after',
      `\nExit codes: ${String(ExitCode.done)} done, ${String(ExitCode.failed)} failed, ${String(ExitCode.usage)} wrong usage, ${String(ExitCode.partly)} done in part (rows were rejected, or a log has grown meanwhile).`,
    );
  for (const command of commands) program.addCommand(command());
  answerForItself(program);
  try {
    await program.parseAsync([...argv]);
    return Number(process.exitCode ?? ExitCode.done);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
    process.stderr.write(`accord: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CommandFailed ? error.exitCode : ExitCode.failed;
  }
}

/** A command never ends the process, and a wrong call says how to find the right one; the same for those below it. */
function answerForItself(command: Command): void {
  command.exitOverride().showHelpAfterError('(run it with --help to see what it takes)');
  for (const below of command.commands) answerForItself(below);
}
