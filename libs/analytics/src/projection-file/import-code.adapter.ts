import { copyFile, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from './package-root.adapter.js';

/** What `#…` imports and packages lead into. */
const LINKED = ['dist', 'libs', 'node_modules'];

/**
 * Imports code as if it stood in Accord's package: `#analytics` and packages are the very modules of this process. It stands in
 * a folder of its own for as long as that takes, below `temporary`, because the package is not to be written to in an image.
 * Each call gives a new module. Throws what the code throws.
 */
export async function importCode(
  code: string,
  name: string,
  temporary = tmpdir(),
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
    return (await import(pathToFileURL(module).href)) as Readonly<Record<string, unknown>>;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
