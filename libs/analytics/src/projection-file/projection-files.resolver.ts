import { basename, dirname, sep } from 'node:path';
import { Inject } from '@nestjs/common';
import { Context, Field, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { type RequestContext, requireOwnSide } from '#graphql';
import type { ProjectionFolder } from './projection-folder.js';

/** Injection token of the {@link ProjectionFolder} that the process has loaded. */
export const PROJECTION_FOLDER = Symbol('ProjectionFolder');

/** A file of the folder that `ACCORD_PROJECTIONS` names. */
@ObjectType({ description: 'A file of the folder of projections, and what became of it when the server started.' })
export class ProjectionFile {
  @Field(() => String, { description: 'Its name in the folder.' })
  readonly file!: string;

  @Field(() => String, { nullable: true, description: 'The name of its projection, as far as it could be read.' })
  readonly name?: string;

  @Field(() => String, { nullable: true, description: 'Why it is not used; null when it is.' })
  readonly error?: string;
}

/** What became of the projection files. */
@Resolver()
export class ProjectionFilesResolver {
  constructor(@Inject(PROJECTION_FOLDER) private readonly folder: ProjectionFolder) {}

  @Query(() => [ProjectionFile], {
    description:
      'The files of the folder of projections by name: which are used, and what is wrong with the others. Own side only.',
  })
  projectionFiles(@Context() { actor }: RequestContext): readonly ProjectionFile[] {
    requireOwnSide(actor);
    const { loaded, refused } = this.folder;
    return [
      ...loaded.map(({ file, projection }) => ({ file: basename(file), name: projection.name })),
      ...refused.map(({ file, error, ...rest }) => ({
        ...rest,
        file: basename(file),
        error: withoutFolder(file, error),
      })),
    ].sort((one, other) => (one.file < other.file ? -1 : 1));
  }
}

/** Where the server keeps its files is not the client's business. */
function withoutFolder(file: string, error: string): string {
  return error.replaceAll(`${dirname(file)}${sep}`, '');
}
