import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ProgrammeEvent } from '../../../domain/events.js';
import { existingProgramme } from '../../../domain/existing-programme.js';
import { programmeStatus } from '../../../domain/programme-status.js';
import type { ProgrammeRejectionCode } from '../../../domain/rejections.js';
import type { ProgrammeState } from '../../../domain/state.js';

/** Ends new enrolments in a programme (domain.md 2.7, I-22). */
export interface RetireProgramme {
  readonly occurredOn?: CalendarDate;
  /** The version to retire; every published one when it is not given. */
  readonly version?: number;
  /** Partnerships that are enrolled keep their version until they are migrated. */
  readonly allowExisting?: boolean;
}

/** What retiring needs of other contexts: the open partnerships enrolled in what is to be retired. */
export interface RetireProgrammeFacts {
  readonly openEnrolments: number;
}

/**
 * Retires published versions, one event for each: `NOT_FOUND`, `INVALID_STATE` when the version was never published,
 * `ENROLMENTS_OPEN` unless `allowExisting`. What is retired already changes nothing.
 */
export function retireProgramme(
  command: RetireProgramme,
  state: ProgrammeState,
  context: DecisionContext,
  facts: RetireProgrammeFacts,
): Decision<ProgrammeEvent, ProgrammeRejectionCode> {
  const { occurredOn = context.today, version, allowExisting = false } = command;
  const found = existingProgramme(state, occurredOn);
  if ('refusal' in found) return found.refusal;
  const meant = found.programme.published.filter((known) => version === undefined || known.version.version === version);
  if (meant.length === 0)
    return rejected(
      'INVALID_STATE',
      `${version === undefined ? 'No version' : `Version ${String(version)}`} of this programme was published. Only published versions can be retired.`,
      {
        currentState: programmeStatus(found.programme),
        allowedCommands:
          found.programme.draft === undefined ? ['ReviseDraft'] : ['ReviseDraft', 'PublishProgrammeVersion'],
      },
    );
  const retiring = meant.filter(({ retired }) => !retired);
  if (retiring.length > 0 && facts.openEnrolments > 0 && !allowExisting)
    return rejected(
      'ENROLMENTS_OPEN',
      `${String(facts.openEnrolments)} open partnerships are enrolled. Migrate them first, or send allowExisting.`,
    );
  return accepted(
    ...retiring.map((known): ProgrammeEvent => ({ type: 'ProgrammeRetired', occurredOn, data: known.version })),
  );
}
