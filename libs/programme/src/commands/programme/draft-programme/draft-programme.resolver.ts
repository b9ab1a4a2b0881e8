import { programmeMutation } from '../../../programme-mutation.resolver.js';
import { DraftProgrammeCommand } from './draft-programme.handler.js';
import { DraftProgrammeInput } from './draft-programme.input.js';

export const DraftProgrammeResolver = programmeMutation({
  name: 'draftProgramme',
  description: 'Begins a partner programme with the draft of its first version.',
  input: DraftProgrammeInput,
  message: DraftProgrammeCommand,
  records: ['ProgrammeDrafted'],
});
