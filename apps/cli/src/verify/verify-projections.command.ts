import { join } from 'node:path';
import { Command } from 'commander';
import type { Projection } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { copyProgress } from '../copy/copy-progress.adapter.js';
import { openLogToRead } from '../copy/open-log.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { GraphqlClient } from '../graphql-client.adapter.js';
import { type ServerOptions, serverOptions, withServer } from '../projections/projections-server.adapter.js';
import { whyUnusable } from '../why-unusable.js';
import { packageVersion } from '../package-version.adapter.js';
import { type DocumentDifference, differenceLines } from './document-comparison.js';
import { skippedEvents } from './skipped-events.adapter.js';
import { verificationText } from './verification-text.js';
import { type Verification, verifyProjection } from './verify-projection.adapter.js';

interface VerifyOptions extends ServerOptions {
  readonly log?: string;
  readonly foldOnly: boolean;
  readonly projections?: string;
}

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
  const wanted = await projectionsToVerify(names, options.projections ?? process.env['ACCORD_PROJECTIONS']);
  if (options.foldOnly) return verifyAll(wanted, options);
  return withServer(options, (client) => verifyAll(wanted, options, client));
}

async function verifyAll(wanted: readonly Projection[], options: VerifyOptions, client?: GraphqlClient): Promise<void> {
  const { eventDefinitions } = await import('#platform');
  const { store } = await openLogToRead(options);
  try {
    const codec = createEventCodec({ definitions: eventDefinitions, upcasts: {} });
    const isSkipped = await skippedEvents(store, codec);
    const verifications: Verification[] = [];
    const differences: (DocumentDifference & { readonly projection: string })[] = [];
    const onDifference = (projection: string, difference: DocumentDifference): void => {
      if (options.json) differences.push({ projection, ...difference });
      else
        process.stdout.write(
          `${differenceLines(difference)
            .map((line) => `${projection} ${line}`)
            .join('\n')}\n`,
        );
    };
    const progress = copyProgress(process.stderr);
    for (const projection of wanted)
      verifications.push(
        await verifyProjection(projection, {
          store,
          codec,
          isSkipped,
          progress,
          onDifference,
          ...(client === undefined ? {} : { client }),
        }),
      );
    const { packageRoot } = await import('#analytics');
    const accord = await packageVersion(join(packageRoot, 'package.json'));
    process.stdout.write(
      options.json
        ? `${JSON.stringify({ accord, projections: verifications, differences })}\n`
        : `${verificationText(verifications, accord, client !== undefined)}\n`,
    );
    if (verifications.some((one) => one.differences > 0)) process.exitCode = ExitCode.failed;
  } finally {
    await store.close();
  }
}

/** The built-in projections and those of the folder, or those of them that are named. */
async function projectionsToVerify(
  names: readonly string[],
  folder: string | undefined,
): Promise<readonly Projection[]> {
  // Only here: the contexts bring Nest along, and every other command would wait for it.
  const { projections } = await import('#platform');
  const known = [...projections, ...(folder === undefined ? [] : await projectionsIn(folder))];
  if (names.length === 0) return known;
  return names.map((name) => {
    const found = known.find((projection) => projection.name === name);
    if (found !== undefined) return found;
    throw new CommandFailed(
      `There is no projection "${name}". There are ${known.map((projection) => projection.name).join(', ')}.`,
      ExitCode.usage,
    );
  });
}

/** The projections of a folder of files. Throws for one that cannot be used: what is left out would count as verified. */
async function projectionsIn(folder: string): Promise<readonly Projection[]> {
  const { filesInFolder, loadProjectionFile } = await import('#analytics');
  const files = await filesInFolder(folder).catch((error: unknown) => {
    throw new CommandFailed(`--projections: ${folder} cannot be read: ${whyUnusable(error)}.`, ExitCode.usage);
  });
  const loaded = await Promise.all(files.map((file) => loadProjectionFile(file)));
  return loaded.map(({ projection }) => projection as unknown as Projection);
}
