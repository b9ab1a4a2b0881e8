import { Command, Option } from 'commander';
import { openLogToRead } from '../copy/open-log.adapter.js';
import { ExitCode } from '../exit-code.js';
import { interruption } from '../interruption.adapter.js';
import { dataDirOption, jsonOption, wholeNumber } from '../options.js';
import { fileVersions } from '../project/file-versions.adapter.js';
import { outputFormats } from '../project/output-format.js';
import { instant, names, type ProjectOptions } from '../project/project-options.js';

/** `accord project`: tries a projection file on all history, and gives its documents to other tools. */
export function projectCommand(): Command {
  return new Command('project')
    .description('Runs a projection file over the whole log, beside a running server, and writes its documents.')
    .argument('<file>', 'the projection file, TypeScript or JavaScript')
    .option('--out <file>', 'where to write; stdout without it')
    .addOption(new Option('--format <format>', 'by default what --out ends with, else csv').choices(outputFormats))
    .option('--known-at <instant>', 'only what was recorded up to then, like 2026-03-31T18:00:00Z', instant)
    .option('--types <names>', 'only events of these types, separated by commas', names)
    .option(
      '--sort <fields>',
      'by these fields, separated by commas, - in front of one that descends; by default by key',
    )
    .option('--limit <n>', 'only the first n documents', wholeNumber)
    .addOption(
      new Option('--explain <key[.field]>', 'show each event that changed one document, or one field of it').conflicts([
        'format',
        'sort',
        'limit',
      ]),
    )
    .option('--keep-going', 'leave documents out that cannot be folded, and say which, instead of stopping', false)
    .option('--check', "look at the file's types, and closely at every event and document; slower", false)
    .option('--watch', 'run again whenever the file changes, until Ctrl-C', false)
    .option('--log <url>', "the log, as for accord copy; by default the one that the server's settings name")
    .addOption(dataDirOption())
    .addOption(jsonOption().conflicts('format'))
    .addHelpText('after', help)
    .action(project);
}

const help = `
Examples:
  accord project funnel.ts --out funnel.csv                  all documents, as a table
  accord project funnel.ts --format ndjson | jq .stage       for other programs
  accord project funnel.ts --sort stage,-openedOn --limit 20 the first of them
  accord project funnel.ts --known-at 2025-12-31T23:00:00Z   as it was known at the end of the year
  accord project funnel.ts --explain prt_01J9.stage          which events made one field what it is
  accord project funnel.ts --watch --out funnel.csv          while you work on the file

Nothing is written to any store. CSV has a column for each field (contact.since for one inside another; lists as JSON);
each document's key is in _key. Documents are kept in memory: the run ends with a message when they do not fit.`;

async function project(file: string, options: ProjectOptions): Promise<void> {
  // Only here: folding brings the engine along, and every other command would wait for it.
  const { projectFile } = await import('../project/project-file.adapter.js');
  const { store } = await openLogToRead(options);
  try {
    if (options.watch) await againAndAgain(file, () => projectFile(file, store, options));
    else process.exitCode = await projectFile(file, store, options);
  } finally {
    await store.close();
  }
}

/** A file that is being worked on is broken now and then: that is said, and waited for what comes next. */
async function againAndAgain(file: string, run: () => Promise<number>): Promise<void> {
  for await (const _ of fileVersions(file, interruption())) {
    try {
      await run();
    } catch (error) {
      process.stderr.write(`accord: ${error instanceof Error ? error.message : String(error)}\n`);
    }
    process.stderr.write(`Waiting for ${file} to change. Ctrl-C ends.\n`);
  }
  process.exitCode = ExitCode.done;
}
