import { aggregateHandler } from '#command-handling';
import { deriveId } from '#event-sourcing';
import { withGrace } from '../../../inputs/programme-content.input.js';
import { programmeAggregate } from '../../../programme-aggregate.js';
import { ProgrammeCommand } from '../../../programme-command.handler.js';
import { draftProgramme } from './draft-programme.js';
import type { DraftProgrammeInput } from './draft-programme.input.js';

export class DraftProgrammeCommand extends ProgrammeCommand<DraftProgrammeInput> {}

export const DraftProgrammeHandler = aggregateHandler(DraftProgrammeCommand, {
  aggregate: programmeAggregate,
  id: (_, { commandId }) => deriveId(programmeAggregate.idPrefix, commandId),
  decide: (input, state, context) => draftProgramme(withGrace(input), state, context),
});
