import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProgrammeEvent } from '../../../domain/events.js';
import type { ProgrammeContent } from '../../../domain/programme-version.js';
import { programmeStatus } from '../../../domain/programme-status.js';
import type { ProgrammeRejectionCode } from '../../../domain/rejections.js';
import type { ProgrammeState } from '../../../domain/state.js';

/** Begins a partner programme (domain.md 2.5). A draft may be incomplete: what has to hold is asked when it is published. */
export interface DraftProgramme extends ProgrammeContent {
  readonly occurredOn?: CalendarDate;
}

/** Begins a programme under the id `newId('prg')` with the draft of version 1. */
export function draftProgramme(
  command: DraftProgramme,
  { programme }: ProgrammeState,
  context: DecisionContext,
): Decision<ProgrammeEvent, ProgrammeRejectionCode> {
  const { occurredOn = context.today, ...content } = command;
  if (programme !== undefined)
    return rejected(
      'INVALID_STATE',
      'This programme exists. Use ReviseDraft to change its draft or begin the next one.',
      {
        currentState: programmeStatus(programme),
        allowedCommands: ['ReviseDraft'],
      },
    );
  return accepted({
    type: 'ProgrammeDrafted',
    occurredOn,
    data: { programmeId: context.newId('prg'), version: 1, ...content },
  });
}
