import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { rebuildProjection } from './rebuild-projection.js';
import type { RebuildProjectionInput } from './rebuild-projection.input.js';

export class RebuildProjectionCommand extends ProjectionCommand<RebuildProjectionInput> {}

export const RebuildProjectionHandler = projectionHandler(RebuildProjectionCommand, rebuildProjection);
