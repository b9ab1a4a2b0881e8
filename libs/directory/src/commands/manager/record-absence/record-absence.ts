import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import type { Absence, ManagerFacts } from '../../../domain/facts.js';
import { activeManager } from '../../../domain/manager/active-manager.js';
import type { ManagerEvent } from '../../../domain/manager/events.js';
import { refuseForeignAbsence } from '../../../domain/manager/refuse-foreign-absence.js';
import type { ManagerRejectionCode } from '../../../domain/manager/rejections.js';
import type { AppointedManager, ManagerState } from '../../../domain/manager/state.js';
import { refuseField } from '../../../domain/not-before-first-event.js';

/** Records when a partner manager is away (domain.md 2.6); a planned absence is recorded today. */
export interface RecordAbsence {
  readonly occurredOn?: CalendarDate;
  readonly from: CalendarDate;
  /** The day of return; absent while it is not known. */
  readonly until?: CalendarDate;
  readonly deputyManagerId?: string;
}

/** What an absence needs of other streams: the deputy, `undefined` when none is named or nobody has the id. */
export interface RecordAbsenceFacts {
  readonly deputy: ManagerFacts | undefined;
}

/**
 * Records an absence: `FORBIDDEN` for one of a colleague, `MANAGER_INACTIVE` for a deputy who is not appointed, `VALIDATION_FAILED` for an end before the
 * beginning, for the manager as the own deputy, and for days that another absence covers. The same again changes nothing.
 */
export function recordAbsence(
  command: RecordAbsence,
  state: ManagerState,
  context: DecisionContext,
  facts: RecordAbsenceFacts,
): Decision<ManagerEvent, ManagerRejectionCode> {
  const { from, until, deputyManagerId } = command;
  const occurredOn = command.occurredOn ?? (from <= context.today ? from : context.today);
  const found = activeManager(state, from, 'from');
  if ('refusal' in found) return found.refusal;
  const foreign = refuseForeignAbsence(state, context.actor);
  if (foreign !== undefined) return foreign;
  const { manager } = found;
  const absence: Absence = {
    from,
    ...(until === undefined ? {} : { until }),
    ...(deputyManagerId === undefined ? {} : { deputyManagerId }),
  };
  if (manager.absences.some((known) => isSame(known, absence))) return accepted();
  return (
    refusePeriod(absence, manager.absences) ??
    refuseDeputy(deputyManagerId, manager, facts.deputy) ??
    accepted({ type: 'AbsenceRecorded', occurredOn, data: absence })
  );
}

function isSame(one: Absence, other: Absence): boolean {
  return one.from === other.from && one.until === other.until && one.deputyManagerId === other.deputyManagerId;
}

function refusePeriod({ from, until }: Absence, known: readonly Absence[]): Rejected<'VALIDATION_FAILED'> | undefined {
  if (until !== undefined && until <= from)
    return refuseField('until', 'UNTIL_BEFORE_FROM', `${until} is not after ${from}. Give the day of return.`);
  const other = known.find(
    (absence) => (until === undefined || absence.from < until) && (absence.until === undefined || from < absence.until),
  );
  if (other === undefined) return undefined;
  const period = `${other.from} to ${other.until ?? 'an open end'}`;
  return refuseField('from', 'ABSENCE_OVERLAP', `an absence from ${period} is recorded. Use EndAbsence on it first.`);
}

function refuseDeputy(
  deputyManagerId: string | undefined,
  manager: AppointedManager,
  deputy: ManagerFacts | undefined,
): Rejected<'VALIDATION_FAILED' | 'MANAGER_INACTIVE'> | undefined {
  if (deputyManagerId === undefined) return undefined;
  if (deputyManagerId === manager.managerId)
    return refuseField('deputyManagerId', 'OWN_DEPUTY', 'nobody stands in for oneself. Name another manager, or none.');
  if (deputy?.active === true) return undefined;
  const message = `deputyManagerId: ${deputyManagerId} is not an active partner manager. Name another one, or none.`;
  return rejected('MANAGER_INACTIVE', message, {
    details: [{ code: 'MANAGER_INACTIVE', path: 'deputyManagerId', message }],
  });
}
