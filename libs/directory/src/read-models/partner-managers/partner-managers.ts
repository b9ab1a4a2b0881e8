import type { Projection, Recorded } from '#event-sourcing';
import type { ManagerEvent, ManagerEventNamed } from '../../domain/manager/events.js';
import { evolveManager } from '../../domain/manager/state.js';
import { managerIdOf } from '../../domain/manager/stream.js';
import { PartnerManager } from './partner-manager.js';

/** "Who looks after partnerships, and who is away?" */
export const partnerManagers: Projection<PartnerManager, ManagerEvent> = {
  name: 'partner-managers',
  version: 1,
  document: PartnerManager,
  key: (event) => managerIdOf(event.stream),
  on: {
    PartnerManagerAppointed: (_, event) => shown(undefined, event),
    CapacitySet: shown,
    AbsenceRecorded: shown,
    AbsenceEnded: shown,
    PartnerManagerDismissed: shown,
  },
};

/** The document is the decisions' own state in another form, so the rules of absences stand in one place. */
function shown<Type extends ManagerEvent['type']>(
  before: PartnerManager | undefined,
  event: Recorded<ManagerEventNamed<Type>>,
): PartnerManager | undefined {
  const known = before === undefined ? {} : { manager: { ...before, managerId: before.id } };
  const { manager } = evolveManager(known, event);
  if (manager === undefined) return undefined;
  const { managerId: id, userId, capacity, absences, appointedOn, dismissedOn } = manager;
  return {
    id,
    userId,
    capacity,
    absences,
    active: dismissedOn === undefined,
    appointedOn,
    ...(dismissedOn === undefined ? {} : { dismissedOn }),
    revision: Number(event.revision),
  };
}
