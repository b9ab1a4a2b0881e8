import { projectionMutation } from '../../../projection-mutation.resolver.js';
import { RebuildProjectionCommand } from './rebuild-projection.handler.js';
import { RebuildProjectionInput } from './rebuild-projection.input.js';

export const RebuildProjectionResolver = projectionMutation({
  name: 'rebuildProjection',
  description:
    'Builds a projection again beside the one that is read; it takes over when it has caught up, or waits for promoteBuild.',
  input: RebuildProjectionInput,
  message: RebuildProjectionCommand,
  records: ['ProjectionRebuildRequested'],
});
