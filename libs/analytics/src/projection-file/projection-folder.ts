import type { LoadedProjectionFile } from './load-projection-file.adapter.js';

/** A file of the folder that cannot be used. */
export interface RefusedProjectionFile {
  /** Absolute. */
  readonly file: string;
  /** The name of its projection, as far as it could be read. */
  readonly name?: string;
  readonly error: string;
}

/** What became of the files of a folder. */
export interface ProjectionFolder {
  readonly loaded: readonly LoadedProjectionFile[];
  readonly refused: readonly RefusedProjectionFile[];
}

/** Without a folder. */
export const noProjectionFiles: ProjectionFolder = { loaded: [], refused: [] };
