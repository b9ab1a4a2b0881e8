import { withGrace } from '../../../inputs/programme-content.input.js';
import { ProgrammeCommand, programmeHandler } from '../../../programme-command.handler.js';
import { reviseDraft } from './revise-draft.js';
import type { ReviseDraftInput } from './revise-draft.input.js';

export class ReviseDraftCommand extends ProgrammeCommand<ReviseDraftInput> {}

export const ReviseDraftHandler = programmeHandler(ReviseDraftCommand, {
  decide: (command, state, context) => reviseDraft(withGrace(command), state, context),
});
