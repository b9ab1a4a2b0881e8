import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accordEvents } from '../accord-events.js';
import type { DefinedProjection } from '../define-projection.js';
import { compileSource, type ProjectionSource } from './compile-source.adapter.js';
import { documentProblems } from '../document/document-problems.adapter.js';
import { packageRoot } from './package-root.adapter.js';
import { ProjectionFileInvalid } from './projection-file-invalid.js';
import { projectionProblems } from './projection-problems.js';
import { typeProblems } from './type-problems.adapter.js';

/** How a projection file is loaded. */
export interface LoadOptions {
  /** Looks at its types too, which takes seconds and needs the sources: see {@link typeProblems}. */
  readonly check?: boolean;
}

/** A projection and the file it comes from, absolute. */
export interface LoadedProjectionFile {
  readonly file: string;
  readonly projection: DefinedProjection;
}

/** Compiled files stand here for as long as it takes to import them: below the package, so that `#…` imports resolve. */
const COMPILED = join(packageRoot, 'dist', 'projection-files');

/**
 * Loads a projection file, TypeScript or JavaScript, from anywhere on the disk; loading it again after a change gives what it is
 * now. Throws {@link ProjectionFileInvalid} with all that is wrong with it, and `SourcesMissing` when its types are to be
 * checked where that cannot be done.
 */
export async function loadProjectionFile(
  path: string,
  { check = false }: LoadOptions = {},
): Promise<LoadedProjectionFile> {
  const source = await read(resolve(path));
  const { file } = source;
  const code = await compileSource(source);
  refuse(file, check ? await typeProblems(source) : []);
  const exported = await imported(source, code);
  refuse(file, projectionProblems(exported, Object.keys(accordEvents)));
  const projection = exported as DefinedProjection;
  refuse(file, documentProblems(projection.document));
  return { file, projection };
}

async function read(file: string): Promise<ProjectionSource> {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (cause) {
    throw new ProjectionFileInvalid(file, [`It cannot be read: ${messageOf(cause)}`], { cause });
  }
}

function refuse(file: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new ProjectionFileInvalid(file, problems);
}

/** What the compiled file exports by default. Its name holds its content: a changed file is another module. */
async function imported({ file, text }: ProjectionSource, code: string): Promise<unknown> {
  const hash = createHash('sha256').update(file).update('\0').update(text).digest('hex').slice(0, 16);
  // Other processes load the same file at the same time and remove theirs.
  const module = join(COMPILED, `${basename(file, extname(file))}.${hash}.${String(process.pid)}.js`);
  await mkdir(COMPILED, { recursive: true });
  await writeFile(`${module}.part`, code);
  await rename(`${module}.part`, module);
  try {
    const { default: exported } = (await import(pathToFileURL(module).href)) as { readonly default?: unknown };
    return exported;
  } catch (cause) {
    throw new ProjectionFileInvalid(file, [`It throws when it is loaded: ${messageOf(cause)}`], { cause });
  } finally {
    await rm(module, { force: true });
  }
}

/** Of an error of any realm: a file may throw whatever it likes. */
function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
