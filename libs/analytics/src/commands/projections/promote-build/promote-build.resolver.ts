import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { PromoteBuildCommand } from './promote-build.handler.js';
import { PromoteBuildInput } from './promote-build.input.js';

export const PromoteBuildResolver = projectionMutation({
  name: 'promoteBuild',
  description: 'Lets a rehearsed build be the one that is read.',
  input: PromoteBuildInput,
  message: PromoteBuildCommand,
  records: ['ProjectionBuildPromoted'],
});
