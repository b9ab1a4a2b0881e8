import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { pauseProjection } from './pause-projection.js';
import type { PauseProjectionInput } from './pause-projection.input.js';

export class PauseProjectionCommand extends ProjectionCommand<PauseProjectionInput> {}

export const PauseProjectionHandler = projectionHandler(PauseProjectionCommand, pauseProjection);
