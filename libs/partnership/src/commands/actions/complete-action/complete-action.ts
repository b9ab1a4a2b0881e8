import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { openAction } from '../../../domain/open-action.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Says that an action is done (domain.md 2.7). `completedOn` is the day on which it was; it makes `occurredOn` needless. */
export interface CompleteAction {
  readonly occurredOn?: CalendarDate;
  readonly actionId: string;
  readonly completedOn: CalendarDate;
  readonly note?: string;
}

/**
 * Completes an open action: `ACTION_UNKNOWN`, `ACTION_CLOSED`; `FORBIDDEN` for a partner representative and an action of
 * the own side (domain.md 2.4).
 */
export function completeAction(
  command: CompleteAction,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { actionId, completedOn, note } = command;
  const refusal = refuseInState(state, 'CompleteAction') ?? refuseBeforeOpening(state, completedOn);
  if (refusal !== undefined) return refusal;
  const found = openAction(state.actions, actionId, { date: completedOn, path: 'completedOn' });
  if ('refusal' in found) return found.refusal;
  if (found.action.ownerSide !== 'PARTNER' && context.actor.roles.includes('PARTNER_REP'))
    return rejected('FORBIDDEN', 'A partner representative completes actions of the partner side only. Ask the owner.');
  return accepted({
    type: 'ActionCompleted',
    occurredOn: completedOn,
    data: { actionId, completedOn, ...(note === undefined ? {} : { note }) },
  });
}
