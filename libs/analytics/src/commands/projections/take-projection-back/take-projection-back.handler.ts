import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { takeProjectionBack } from './take-projection-back.js';
import type { TakeProjectionBackInput } from './take-projection-back.input.js';

export class TakeProjectionBackCommand extends ProjectionCommand<TakeProjectionBackInput> {}

export const TakeProjectionBackHandler = projectionHandler(TakeProjectionBackCommand, takeProjectionBack);
