import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { DropBuildCommand } from './drop-build.handler.js';
import { DropBuildInput } from './drop-build.input.js';

export const DropBuildResolver = projectionMutation({
  name: 'dropBuild',
  description: 'Gives up a build that is not read, with its documents.',
  input: DropBuildInput,
  message: DropBuildCommand,
  records: ['ProjectionBuildDropped'],
});
