import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { ResumeProjectionCommand } from './resume-projection.handler.js';
import { ResumeProjectionInput } from './resume-projection.input.js';

export const ResumeProjectionResolver = projectionMutation({
  name: 'resumeProjection',
  description: 'Lets a paused projection take events again, from where it stood.',
  input: ResumeProjectionInput,
  message: ResumeProjectionCommand,
  records: ['ProjectionResumed'],
});
