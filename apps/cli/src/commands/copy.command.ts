import { Command } from 'commander';
import { copyLog, type CopyReport, type NamedLog } from '../copy/copy-log.adapter.js';
import { readingProgress } from '../progress/reading-progress.adapter.js';
import { openLog } from '../copy/open-log.adapter.js';
import { reportText } from '../copy/report-text.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { jsonOption } from '../options.js';

interface CopyOptions {
  readonly from: string;
  readonly to: string;
  readonly json: boolean;
}

/** `accord copy`: moves a whole log between stores. */
export function copyCommand(): Command {
  return new Command('copy')
    .description(
      'Copies a whole log into an empty one, event by event, and compares both. Goes on where it was stopped.',
    )
    .requiredOption('--from <url>', 'the log to read: sqlite:<file>, esdb://… or kurrentdb://…')
    .requiredOption('--to <url>', 'the log to fill, the same way')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      '\nIds, times, metadata and hash chains stay byte for byte; positions become those of the target. Nothing else may' +
        '\nwrite to the target. The person vault is not part of the log: accord backup copies it.',
    )
    .action(copy);
}

async function copy({ from, to, json }: CopyOptions): Promise<void> {
  if (from === to) throw new CommandFailed('--from and --to name the same log.', ExitCode.usage);
  const source = await openLog(from, '--from');
  try {
    const target = await openLog(to, '--to');
    try {
      finish(await copied(source, target), json);
    } finally {
      await target.store.close();
    }
  } finally {
    await source.store.close();
  }
}

async function copied(source: NamedLog, target: NamedLog): Promise<CopyReport> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { ownStreams } = await import('#platform');
  return copyLog({ source, target, ownStreams, progress: readingProgress(process.stderr) });
}

function finish(report: CopyReport, json: boolean): void {
  process.stdout.write(`${json ? JSON.stringify(report) : reportText(report)}\n`);
  if (report.chainBreaks.length > 0) process.exitCode = ExitCode.failed;
  else if (report.behind) process.exitCode = ExitCode.partly;
}
