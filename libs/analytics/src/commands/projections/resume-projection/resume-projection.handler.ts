import { ProjectionCommand, projectionHandler } from '../../../projection-command.handler.js';
import { resumeProjection } from './resume-projection.js';
import type { ResumeProjectionInput } from './resume-projection.input.js';

export class ResumeProjectionCommand extends ProjectionCommand<ResumeProjectionInput> {}

export const ResumeProjectionHandler = projectionHandler(ResumeProjectionCommand, resumeProjection);
