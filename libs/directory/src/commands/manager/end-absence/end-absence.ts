import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import type { Absence } from '../../../domain/facts.js';
import { activeManager } from '../../../domain/manager/active-manager.js';
import type { ManagerEvent } from '../../../domain/manager/events.js';
import { refuseForeignAbsence } from '../../../domain/manager/refuse-foreign-absence.js';
import type { ManagerRejectionCode } from '../../../domain/manager/rejections.js';
import type { ManagerState } from '../../../domain/manager/state.js';
import { refuseField } from '../../../domain/not-before-first-event.js';

/** Ends an absence, or cancels one that is planned (domain.md 2.6). */
export interface EndAbsence {
  readonly occurredOn?: CalendarDate;
  /** First day of the absence meant; by default the one that is running on `endedOn`. */
  readonly from?: CalendarDate;
  /** The day of return, by default `occurredOn` or today; the first day of the absence cancels it. */
  readonly endedOn?: CalendarDate;
}

/**
 * Ends an absence earlier than planned: `FORBIDDEN` for one of a colleague, `INVALID_STATE` when there is none, `VALIDATION_FAILED` for an end outside of it.
 * An absence that ends on that day anyway stays as it is.
 */
export function endAbsence(
  command: EndAbsence,
  state: ManagerState,
  context: DecisionContext,
): Decision<ManagerEvent, ManagerRejectionCode> {
  const endedOn = command.endedOn ?? command.occurredOn ?? context.today;
  const occurredOn = command.occurredOn ?? (endedOn <= context.today ? endedOn : context.today);
  const found = activeManager(state, occurredOn);
  if ('refusal' in found) return found.refusal;
  const foreign = refuseForeignAbsence(state, context.actor);
  if (foreign !== undefined) return foreign;
  const absence = absenceMeant(found.manager.absences, command.from, endedOn);
  if (absence === undefined) return noAbsence(command.from, endedOn);
  if (absence.until === endedOn) return accepted();
  if (!covers(absence, endedOn))
    return refuseField(
      'endedOn',
      'OUTSIDE_ABSENCE',
      `${endedOn} is outside of the absence from ${absence.from} to ${absence.until ?? 'an open end'}. Give a day in it.`,
    );
  return accepted({ type: 'AbsenceEnded', occurredOn, data: { from: absence.from, endedOn } });
}

function noAbsence(from: CalendarDate | undefined, endedOn: CalendarDate): Rejected<'INVALID_STATE'> {
  const which = from === undefined ? `is running on ${endedOn}` : `begins on ${from}`;
  return rejected('INVALID_STATE', `No absence ${which}. Use RecordAbsence, or name its first day as from.`, {
    allowedCommands: ['RecordAbsence'],
  });
}

/** The absence that begins on `from`; else the one running on the day, else the one that ends on it anyway. */
function absenceMeant(
  absences: readonly Absence[],
  from: CalendarDate | undefined,
  endedOn: CalendarDate,
): Absence | undefined {
  if (from !== undefined) return absences.find((known) => known.from === from);
  const possible = absences.filter((known) => covers(known, endedOn));
  return possible.find(({ until }) => until !== endedOn) ?? possible[0];
}

/** True for the days of an absence and for its day of return. */
function covers({ from, until }: Absence, date: CalendarDate): boolean {
  return from <= date && (until === undefined || date <= until);
}
