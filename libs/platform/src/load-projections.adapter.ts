import type { Logger } from 'pino';
import { loadProjectionFolder, noProjectionFiles, type ProjectionFolder } from '#analytics';
import { type Configuration, ConfigurationInvalid } from './configuration.adapter.js';
import { projections, systemModules } from './contexts.module.js';

/**
 * Loads the projection files of the folder that `ACCORD_PROJECTIONS` names, and tells the log of each what became of it. Throws
 * `ConfigurationInvalid` when there is no such folder; a file that cannot be used is only left out.
 */
export async function loadProjections(
  { projectionsDirectory }: Pick<Configuration, 'projectionsDirectory'>,
  log: Logger,
): Promise<ProjectionFolder> {
  if (projectionsDirectory === undefined) return noProjectionFiles;
  const folder = await loadProjectionFolder(projectionsDirectory, { projections, modules: systemModules }).catch(
    (cause: unknown) => {
      const { message: why } = cause as Error;
      throw new ConfigurationInvalid(
        `ACCORD_PROJECTIONS is "${projectionsDirectory}", which cannot be read as a folder (${why}). Correct it or leave it out.`,
        { cause },
      );
    },
  );
  for (const { file, projection } of folder.loaded)
    log.info({ file, projection: projection.name, version: projection.version }, 'projection file loaded');
  for (const { file, error } of folder.refused) log.error({ file, error }, 'projection file refused');
  return folder;
}
