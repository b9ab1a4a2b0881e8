import { programmeMutation } from '../../../programme-mutation.resolver.js';
import { ReviseDraftCommand } from './revise-draft.handler.js';
import { ReviseDraftInput } from './revise-draft.input.js';

export const ReviseDraftResolver = programmeMutation({
  name: 'reviseDraft',
  description: 'Gives the draft a new content, or begins the draft of the next version.',
  input: ReviseDraftInput,
  message: ReviseDraftCommand,
  records: ['ProgrammeDraftRevised'],
});
