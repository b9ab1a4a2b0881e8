import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { openAction } from '../../../domain/open-action.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Gives an action up (domain.md 2.7). `occurredOn` is the day of the decision, by default today. */
export interface CancelAction {
  readonly occurredOn?: CalendarDate;
  readonly actionId: string;
  readonly reason: string;
}

/** Cancels an open action: `ACTION_UNKNOWN`, `ACTION_CLOSED`. */
export function cancelAction(
  command: CancelAction,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { actionId, reason, occurredOn = context.today } = command;
  const refusal = refuseInState(state, 'CancelAction') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const found = openAction(state.actions, actionId, { date: occurredOn, path: 'occurredOn' });
  if ('refusal' in found) return found.refusal;
  return accepted({ type: 'ActionCancelled', occurredOn, data: { actionId, reason } });
}
