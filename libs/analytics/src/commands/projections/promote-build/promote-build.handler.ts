import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { promoteBuild } from './promote-build.js';
import type { PromoteBuildInput } from './promote-build.input.js';

export class PromoteBuildCommand extends ProjectionCommand<PromoteBuildInput> {}

export const PromoteBuildHandler = projectionHandler(PromoteBuildCommand, promoteBuild);
