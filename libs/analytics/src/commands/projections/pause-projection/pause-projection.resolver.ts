import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { PauseProjectionCommand } from './pause-projection.handler.js';
import { PauseProjectionInput } from './pause-projection.input.js';

export const PauseProjectionResolver = projectionMutation({
  name: 'pauseProjection',
  description: 'Lets a projection take no events until it is resumed; what it holds goes on being read.',
  input: PauseProjectionInput,
  message: PauseProjectionCommand,
  records: ['ProjectionPaused'],
});
