import type { CalendarDate } from '#calendar';
import type { Absence, ManagerFacts } from '../facts.js';
import type { ManagerEvent } from './events.js';

/** A partner manager who was appointed. */
export interface AppointedManager {
  readonly managerId: string;
  readonly userId: string;
  readonly appointedOn: CalendarDate;
  readonly capacity: number;
  readonly absences: readonly Absence[];
  readonly dismissedOn?: CalendarDate;
}

/** What the decisions of a partner manager know; empty while nobody is appointed. */
export interface ManagerState {
  readonly manager?: AppointedManager;
}

/** A partner manager who is not appointed. */
export const initialManager: ManagerState = {};

/** The partner manager after an event. */
export function evolveManager(state: ManagerState, event: ManagerEvent): ManagerState {
  if (event.type === 'PartnerManagerAppointed')
    return { manager: { ...event.data, appointedOn: event.occurredOn, absences: [] } };
  return state.manager === undefined ? state : { manager: changed(state.manager, event) };
}

/** What other contexts need of a partner manager; `undefined` when nobody was ever appointed. */
export function managerFacts({ manager }: ManagerState): ManagerFacts | undefined {
  if (manager === undefined) return undefined;
  const { managerId, userId, capacity, absences, dismissedOn } = manager;
  return { managerId, userId, active: dismissedOn === undefined, capacity, absences };
}

function changed(
  manager: AppointedManager,
  event: Exclude<ManagerEvent, { type: 'PartnerManagerAppointed' }>,
): AppointedManager {
  switch (event.type) {
    case 'CapacitySet':
      return { ...manager, capacity: event.data.capacity };
    case 'AbsenceRecorded':
      return { ...manager, absences: [...manager.absences, event.data] };
    case 'AbsenceEnded':
      return { ...manager, absences: manager.absences.flatMap((absence) => shortened(absence, event.data)) };
    case 'PartnerManagerDismissed':
      return { ...manager, dismissedOn: event.data.dismissedOn };
  }
}

/** The absence with its new end; nothing when it ended before it began. */
function shortened(absence: Absence, end: { readonly from: CalendarDate; readonly endedOn: CalendarDate }): Absence[] {
  if (absence.from !== end.from) return [absence];
  return end.endedOn <= absence.from ? [] : [{ ...absence, until: end.endedOn }];
}
