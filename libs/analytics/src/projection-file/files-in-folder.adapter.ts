import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';

const PROJECTION_FILE = /(?<!\.spec|\.d)\.(?:ts|js)$/;

/**
 * The projection files of a folder, not of the folders in it, in the order of their names: `*.ts` and `*.js`, without specs.
 * Throws what reading the folder throws.
 */
export async function filesInFolder(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder);
  return names
    .filter((name) => PROJECTION_FILE.test(name))
    .sort()
    .map((name) => resolve(join(folder, name)));
}
