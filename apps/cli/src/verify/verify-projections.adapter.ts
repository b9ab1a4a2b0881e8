import { join } from 'node:path';
import { filesInFolder, loadProjectionFile, packageRoot } from '#analytics';
import type { Projection } from '#event-sourcing';
import { createEventCodec } from '#event-store';
import { eventDefinitions, projections } from '#platform';
import { readingProgress } from '../progress/reading-progress.adapter.js';
import { openLogToRead } from '../copy/open-log.adapter.js';
import { CommandFailed, ExitCode } from '../exit-code.js';
import type { GraphqlClient } from '../graphql-client.adapter.js';
import { packageVersion } from '../package-version.adapter.js';
import { type ServerOptions, withServer } from '../projections/projections-server.adapter.js';
import { whyUnusable } from '../why-unusable.js';
import { type DocumentDifference, differenceLines } from './document-comparison.js';
import { skippedEvents } from './skipped-events.adapter.js';
import { verificationText } from './verification-text.js';
import { type Verification, verifyProjection } from './verify-projection.adapter.js';

/** What is verified, against which server. */
export interface VerifyOptions extends ServerOptions {
  readonly log?: string;
  readonly foldOnly: boolean;
  readonly projections?: string;
}

/**
 * Verifies projections, all unless some are named, and prints what came of it. Sets the exit code. Throws {@link CommandFailed}.
 */
export async function verifyProjections(names: readonly string[], options: VerifyOptions): Promise<void> {
  const wanted = await projectionsToVerify(names, options.projections ?? process.env['ACCORD_PROJECTIONS']);
  if (options.foldOnly) return verifyAll(wanted, options);
  return withServer(options, (client) => verifyAll(wanted, options, client));
}

async function verifyAll(wanted: readonly Projection[], options: VerifyOptions, client?: GraphqlClient): Promise<void> {
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
    const progress = readingProgress(process.stderr);
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
  const files = await filesInFolder(folder).catch((error: unknown) => {
    throw new CommandFailed(`--projections: ${folder} cannot be read: ${whyUnusable(error)}.`, ExitCode.usage);
  });
  const loaded = await Promise.all(files.map((file) => loadProjectionFile(file)));
  return loaded.map(({ projection }) => projection as unknown as Projection);
}
