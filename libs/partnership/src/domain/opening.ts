import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';
import type { PartnershipState } from './state.js';

/**
 * The refusal of a date before the partnership began (I-18); `undefined` when the date is fine. An imported
 * partnership has a history before its first event, so it takes any date.
 */
export function refuseBeforeOpening(
  state: PartnershipState,
  occurredOn: CalendarDate,
): Rejected<'VALIDATION_FAILED'> | undefined {
  const { imported, openedOn } = state.lifecycle;
  if (imported || occurredOn >= openedOn) return undefined;
  const message = `This partnership began on ${openedOn}: give an occurredOn from that day on, not ${occurredOn}.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'BEFORE_OPENING', message, path: 'occurredOn' }],
  });
}
