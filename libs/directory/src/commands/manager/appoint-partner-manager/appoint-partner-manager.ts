import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import type { ManagerEvent } from '../../../domain/manager/events.js';
import type { ManagerRejectionCode } from '../../../domain/manager/rejections.js';
import type { ManagerState } from '../../../domain/manager/state.js';

/** Appoints a user of the own company as partner manager (domain.md 2.6). */
export interface AppointPartnerManager {
  readonly occurredOn?: CalendarDate;
  /** The user's id at the identity provider, never a name. */
  readonly userId: string;
  /** Partnerships the manager can look after. */
  readonly capacity: number;
}

/**
 * Appoints a partner manager under the id `newId('mgr')`. That the user is no manager yet is what `managerReservation` and
 * `reserve` are for.
 */
export function appointPartnerManager(
  command: AppointPartnerManager,
  state: ManagerState,
  context: DecisionContext,
): Decision<ManagerEvent, ManagerRejectionCode> {
  const { occurredOn = context.today, userId, capacity } = command;
  if (state.manager !== undefined)
    return rejected('INVALID_STATE', 'This partner manager was appointed before. Send a new command for another one.', {
      currentState: 'APPOINTED',
    });
  return accepted({
    type: 'PartnerManagerAppointed',
    occurredOn,
    data: { managerId: context.newId('mgr'), userId, capacity },
  });
}
