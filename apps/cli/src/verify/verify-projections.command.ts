import { Command } from 'commander';
import { ExitCode } from '../exit-code.js';
import { serverOptions } from '../projections/projections-server.adapter.js';
import type { VerifyOptions } from './verify-projections.adapter.js';

/** `accord verify projections`: folds the log afresh and compares every document that a server keeps. */
export function verifyProjectionsCommand(): Command {
  return serverOptions(
    new Command('projections')
      .description('Folds the log afresh and compares every document of the read models with it.')
      .argument('[names...]', 'only these projections; by default all')
      .option('--log <url>', "the log, as for accord copy; by default the one that the server's settings name")
      .option('--projections <folder>', 'projection files of analysts; by default ACCORD_PROJECTIONS')
      .option('--fold-only', 'fold and print digests, without a server to compare', false),
  )
    .addHelpText(
      'after',
      `\nThe log is read beside the server. Exit code ${String(ExitCode.done)}: every document is what the log says; ${String(ExitCode.failed)}: some are not, or it could not be found out.`,
    )
    .action(verify);
}

async function verify(names: readonly string[], options: VerifyOptions): Promise<void> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { verifyProjections } = await import('./verify-projections.adapter.js');
  await verifyProjections(names, options);
}
