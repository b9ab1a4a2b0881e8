import { Command, Option } from 'commander';
import type { ExportFormat } from '#analytics';
import { readingProgress } from '../progress/reading-progress.adapter.js';
import { downloadEvents } from '../export/download-events.adapter.js';
import { exportFormats } from '../export/exported-line.js';
import { jsonOption, wholeNumber } from '../options.js';

interface ExportOptions {
  readonly url: string;
  readonly token: string;
  readonly format: ExportFormat;
  readonly out: string;
  readonly types?: string;
  readonly from?: string;
  readonly until?: string;
  readonly limit?: number;
  readonly resume: boolean;
  readonly json: boolean;
}

/** `accord export events`: all events without names, for analysts (domain.md 4.3). */
export function exportCommand(): Command {
  return new Command('export')
    .description('Takes data out of a running server.')
    .addCommand(
      new Command('events')
        .description('Writes the events of the log into a file, pseudonymised: no names, no texts, no hashes.')
        .addOption(new Option('--url <url>', 'the server').env('ACCORD_URL').default('http://127.0.0.1:4000'))
        .addOption(
          new Option('--token <token>', 'a token with role ANALYST, HEAD_OF_PARTNERING, COMPLIANCE or AUDITOR')
            .env('ACCORD_TOKEN')
            .makeOptionMandatory(),
        )
        .addOption(
          new Option('--format <format>', 'a line of JSON or a row for each').choices(exportFormats).default('ndjson'),
        )
        .requiredOption('--out <file>', 'where to write; a file that is there is not overwritten')
        .option('--types <types>', 'only these event types, with commas between')
        .option('--from <moment>', 'only what was recorded from this date or moment on')
        .option('--until <moment>', 'only what was recorded before it')
        .option('--limit <n>', 'at most so many', wholeNumber)
        .option('--resume', 'go on behind the last event in the file, after a break or for what is new', false)
        .addOption(jsonOption())
        .action(exportEvents),
    );
}

async function exportEvents({ json, ...options }: ExportOptions): Promise<void> {
  const progress = readingProgress(process.stderr);
  const stop = new AbortController();
  const interrupt = (): void => {
    stop.abort();
  };
  process.once('SIGINT', interrupt);
  try {
    const report = await downloadEvents({ ...options, progress, signal: stop.signal });
    process.stdout.write(
      json ? `${JSON.stringify(report)}\n` : `${String(report.events)} events were written to ${report.file}.\n`,
    );
  } finally {
    process.off('SIGINT', interrupt);
    progress.done();
  }
}
