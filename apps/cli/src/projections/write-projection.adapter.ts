import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandFailed, ExitCode } from '../exit-code.js';
import { whyUnusable } from '../why-unusable.js';
import { type ProjectionFiles, renamedProjection } from './renamed-projection.js';

/** A new projection: its name, the example it begins as, and the folder it goes to. */
export interface NewProjection {
  readonly name: string;
  readonly example: string;
  readonly folder: string;
}

/** Where the files went. */
export interface WrittenProjection {
  readonly projection: string;
  readonly spec: string;
}

/**
 * Writes a copy of an example with its spec, under another name, into a folder, which it makes if it is not there.
 * Throws {@link CommandFailed} for an example that is not there, a file that is there already and a folder that takes no
 * files; nothing is overwritten.
 */
export async function writeProjection(
  { name, example, folder }: NewProjection,
  examples: string,
): Promise<WrittenProjection> {
  const source = renamedProjection(await exampleIn(examples, example), example, name);
  if (source === undefined)
    throw new CommandFailed(
      `The document of "${name}" would be called like something else that its file uses. Choose another name.`,
      ExitCode.usage,
    );
  const written = { projection: join(folder, `${name}.ts`), spec: join(folder, `${name}.spec.ts`) };
  for (const file of Object.values(written))
    if (existsSync(file))
      throw new CommandFailed(`${file} is there already and is not overwritten. Choose another name.`, ExitCode.usage);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(written.projection, source.projection, { flag: 'wx' });
    await writeFile(written.spec, source.spec, { flag: 'wx' });
  } catch (error) {
    throw new CommandFailed(`${folder} takes no new files: ${whyUnusable(error)}.`, ExitCode.usage);
  }
  return written;
}

async function exampleIn(examples: string, name: string): Promise<ProjectionFiles> {
  const known = (await readdir(examples))
    .filter((file) => file.endsWith('.spec.ts'))
    .map((file) => file.slice(0, -'.spec.ts'.length))
    .toSorted();
  if (!known.includes(name))
    throw new CommandFailed(`There is no example "${name}". There are: ${known.join(', ')}.`, ExitCode.usage);
  return {
    projection: await readFile(join(examples, `${name}.ts`), 'utf8'),
    spec: await readFile(join(examples, `${name}.spec.ts`), 'utf8'),
  };
}
