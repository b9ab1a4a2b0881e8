import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { NotLoadedInTime } from './not-loaded-in-time.js';
import { packageRoot } from './package-root.adapter.js';

/** What `#…` imports and packages lead into. */
const LINKED = ['dist', 'libs', 'node_modules'];

/** How code is imported. */
export interface ImportOptions {
  /** For how long the code may take until it is there, in milliseconds. */
  readonly timeLimitMs: number;
  /** Below which folder it stands meanwhile. */
  readonly temporary?: string;
}

/**
 * Imports code as if it stood in Accord's package: `#analytics` and packages are the very modules of this process. It stands in
 * a folder of its own for as long as that takes, below `temporary`, because the package is not to be written to in an image.
 * Each call gives a new module. Throws what the code throws, and {@link NotLoadedInTime}: what it does
 * after that is of no concern any more.
 */
export async function importCode(
  code: string,
  name: string,
  { timeLimitMs, temporary = tmpdir() }: ImportOptions,
): Promise<Readonly<Record<string, unknown>>> {
  const folder = await mkdtemp(join(temporary, 'accord-projection-'));
  try {
    await copyFile(join(packageRoot, 'package.json'), join(folder, 'package.json'));
    for (const part of LINKED)
      if (existsSync(join(packageRoot, part)))
        // Modules are known by their real paths, so that a link leads to the same one.
        await symlink(join(packageRoot, part), join(folder, part), 'junction');
    const module = join(folder, `${name}.js`);
    await writeFile(module, code);
    const importing = import(pathToFileURL(module).href) as Promise<Readonly<Record<string, unknown>>>;
    return await inTime(importing, timeLimitMs);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inTime<Answer>(answer: Promise<Answer>, timeLimitMs: number): Promise<Answer> {
  const answered = new AbortController();
  const tooLate = after(timeLimitMs, undefined, { signal: answered.signal }).then(() => {
    throw new NotLoadedInTime(timeLimitMs);
  });
  try {
    return await Promise.race([answer, tooLate]);
  } finally {
    answered.abort();
  }
}
