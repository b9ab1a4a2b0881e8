import { programmeMutation } from '../../../programme-mutation.resolver.js';
import { PublishProgrammeVersionCommand } from './publish-programme-version.handler.js';
import { PublishProgrammeVersionInput } from './publish-programme-version.input.js';

export const PublishProgrammeVersionResolver = programmeMutation({
  name: 'publishProgrammeVersion',
  description: 'Publishes the draft: from now on it never changes, and partnerships can be enrolled in it.',
  input: PublishProgrammeVersionInput,
  message: PublishProgrammeVersionCommand,
  records: ['ProgrammeVersionPublished'],
});
