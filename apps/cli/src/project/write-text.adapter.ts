import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CommandFailed } from '../exit-code.js';
import { whyUnusable } from '../why-unusable.js';

/** Writes text to a file, or to stdout without one. Throws {@link CommandFailed} when the file cannot be written. */
export async function writeText(pieces: Iterable<string>, file?: string): Promise<void> {
  if (file === undefined) await toStdout(pieces);
  else await toFile(pieces, file);
}

async function toStdout(pieces: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
  } catch (error) {
    // Whoever reads has seen enough: `accord project … | head`.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** Whoever looks at the file meanwhile finds what was there before, whole. */
async function toFile(pieces: Iterable<string>, file: string): Promise<void> {
  const draft = `${file}.part`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(draft));
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new CommandFailed(`${file} cannot be written: ${whyUnusable(error)}.`);
  }
}
