import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { activeManager } from '../../../domain/manager/active-manager.js';
import type { ManagerEvent } from '../../../domain/manager/events.js';
import type { ManagerRejectionCode } from '../../../domain/manager/rejections.js';
import type { ManagerState } from '../../../domain/manager/state.js';

/** Sets how many partnerships a partner manager can look after (domain.md 2.6). */
export interface SetCapacity {
  readonly occurredOn?: CalendarDate;
  readonly capacity: number;
}

/** Sets the capacity of an active manager, also below the present portfolio; the same capacity again changes nothing. */
export function setCapacity(
  command: SetCapacity,
  state: ManagerState,
  context: DecisionContext,
): Decision<ManagerEvent, ManagerRejectionCode> {
  const { occurredOn = context.today, capacity } = command;
  const found = activeManager(state, occurredOn);
  if ('refusal' in found) return found.refusal;
  if (found.manager.capacity === capacity) return accepted();
  return accepted({ type: 'CapacitySet', occurredOn, data: { capacity } });
}
