import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';
import { refuseBeforeFirstEvent } from '../not-before-first-event.js';
import type { ManagerRejectionCode } from './rejections.js';
import type { AppointedManager, ManagerState } from './state.js';

/** The manager a command is about, or why not: `NOT_FOUND`, `INVALID_STATE` after the dismissal, a date before it all (I-18). */
export function activeManager(
  { manager }: ManagerState,
  date: CalendarDate,
  path = 'occurredOn',
): { readonly manager: AppointedManager } | { readonly refusal: Rejected<ManagerRejectionCode> } {
  if (manager === undefined)
    return { refusal: rejected('NOT_FOUND', 'There is no partner manager with this id. Use AppointPartnerManager.') };
  const { managerId, dismissedOn, appointedOn } = manager;
  if (dismissedOn !== undefined) {
    const message = `${managerId} was dismissed on ${dismissedOn}. Use AppointPartnerManager to appoint the user anew.`;
    return {
      refusal: rejected('INVALID_STATE', message, {
        details: [{ code: 'DISMISSED', message }],
        currentState: 'DISMISSED',
      }),
    };
  }
  const refusal = refuseBeforeFirstEvent(appointedOn, date, path);
  return refusal === undefined ? { manager } : { refusal };
}
