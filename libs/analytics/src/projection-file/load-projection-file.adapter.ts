import { readFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { accordEvents } from '../accord-events.js';
import type { DefinedProjection } from '../define-projection.js';
import { compileSource, type ProjectionSource } from './compile-source.adapter.js';
import { documentProblems } from '../document/document-problems.adapter.js';
import { importCode } from './import-code.adapter.js';
import { NotLoadedInTime } from './not-loaded-in-time.js';
import { ProjectionFileInvalid } from './projection-file-invalid.js';
import { projectionProblems } from './projection-problems.js';
import { typeProblems } from './type-problems.adapter.js';

/** How a projection file is loaded. */
export interface LoadOptions {
  /** Looks at its types too, which takes seconds and needs the sources: see {@link typeProblems}. */
  readonly check?: boolean;
  /** For how long its code may take until it is there, in milliseconds; ten seconds by default. */
  readonly timeLimitMs?: number;
}

const TIME_LIMIT_MS = 10_000;

/** A projection and the file it comes from, absolute. */
export interface LoadedProjectionFile {
  readonly file: string;
  readonly projection: DefinedProjection;
}

/**
 * Loads a projection file, TypeScript or JavaScript, from anywhere on the disk; loading it again after a change gives what it is
 * now. Throws {@link ProjectionFileInvalid} with all that is wrong with it, and `SourcesMissing` when its types are to be
 * checked where that cannot be done.
 */
export async function loadProjectionFile(
  path: string,
  { check = false, timeLimitMs = TIME_LIMIT_MS }: LoadOptions = {},
): Promise<LoadedProjectionFile> {
  const source = await read(resolve(path));
  const { file } = source;
  const code = await compileSource(source);
  refuse(file, check ? await typeProblems(source) : []);
  const exported = await defaultExport(source, code, timeLimitMs);
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

async function defaultExport({ file }: ProjectionSource, code: string, timeLimitMs: number): Promise<unknown> {
  try {
    return (await importCode(code, basename(file, extname(file)), { timeLimitMs }))['default'];
  } catch (cause) {
    const problem =
      cause instanceof NotLoadedInTime ? cause.message : `It throws when it is loaded: ${messageOf(cause)}`;
    throw new ProjectionFileInvalid(file, [problem], { cause });
  }
}

/** Of an error of any realm: a file may throw whatever it likes. */
function messageOf(error: unknown): string {
  const { message } = (error ?? {}) as { readonly message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
