import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { dropBuild } from './drop-build.js';
import type { DropBuildInput } from './drop-build.input.js';

export class DropBuildCommand extends ProjectionCommand<DropBuildInput> {}

export const DropBuildHandler = projectionHandler(DropBuildCommand, dropBuild);
