import type { Type } from '@nestjs/common';
import type { Projection } from '#event-sourcing';
import { loadProjectionFile, type LoadedProjectionFile } from './load-projection-file.adapter.js';
import { filesInFolder } from './files-in-folder.adapter.js';
import { NamesInUse } from './names-in-use.adapter.js';
import { systemSchema } from './system-schema.adapter.js';
import type { ProjectionFolder, RefusedProjectionFile } from './projection-folder.js';

/** What the system brings along itself: files must not take its names. */
export interface SystemParts {
  readonly projections: readonly Pick<Projection, 'name'>[];
  /** The modules whose resolvers make up its schema. */
  readonly modules: readonly Type[];
}

/**
 * Loads every projection file of a folder ({@link filesInFolder}). A file that cannot be used stands in the result with its error
 * and leaves the others alone. Throws what reading the folder throws.
 */
export async function loadProjectionFolder(folder: string, system: SystemParts): Promise<ProjectionFolder> {
  const inUse = new NamesInUse({ projections: system.projections, schema: await systemSchema(system.modules) });
  const loaded: LoadedProjectionFile[] = [];
  const refused: RefusedProjectionFile[] = [];
  for (const file of await filesInFolder(folder)) {
    const outcome = await loadedOrRefused(file, inUse);
    if ('error' in outcome) refused.push(outcome);
    else loaded.push(outcome);
  }
  return { loaded, refused };
}

async function loadedOrRefused(file: string, inUse: NamesInUse): Promise<LoadedProjectionFile | RefusedProjectionFile> {
  try {
    const loaded = await loadProjectionFile(file);
    const problems = inUse.claim(loaded);
    return problems.length === 0 ? loaded : { file, name: loaded.projection.name, error: problems.join('\n') };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}
