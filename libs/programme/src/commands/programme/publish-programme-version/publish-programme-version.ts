import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProgrammeEvent } from '../../../domain/events.js';
import { existingProgramme } from '../../../domain/existing-programme.js';
import { refuseUnpublishable } from '../../../domain/refuse-unpublishable.js';
import { programmeStatus } from '../../../domain/programme-status.js';
import type { ProgrammeRejectionCode } from '../../../domain/rejections.js';
import type { ProgrammeState } from '../../../domain/state.js';

/** Publishes the draft as it is (domain.md 2.5, 2.7). */
export interface PublishProgrammeVersion {
  readonly occurredOn?: CalendarDate;
}

/**
 * Makes the draft an immutable version: `NOT_FOUND`, `INVALID_STATE` without a draft, `DRAFT_INCOMPLETE`,
 * `TIER_RANKS_NOT_UNIQUE`, `WEIGHTS_INVALID`, each with every finding.
 */
export function publishProgrammeVersion(
  command: PublishProgrammeVersion,
  state: ProgrammeState,
  context: DecisionContext,
): Decision<ProgrammeEvent, ProgrammeRejectionCode> {
  const { occurredOn = context.today } = command;
  const found = existingProgramme(state, occurredOn);
  if ('refusal' in found) return found.refusal;
  const { draft } = found.programme;
  if (draft === undefined)
    return rejected('INVALID_STATE', 'Nothing is drafted. Use ReviseDraft to begin the next version.', {
      currentState: programmeStatus(found.programme),
      allowedCommands: ['ReviseDraft', 'RetireProgramme'],
    });
  return refuseUnpublishable(draft) ?? accepted({ type: 'ProgrammeVersionPublished', occurredOn, data: draft });
}
