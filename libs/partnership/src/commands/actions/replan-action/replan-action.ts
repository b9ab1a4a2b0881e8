import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseDueInPast } from '../../../domain/new-action.js';
import { openAction } from '../../../domain/open-action.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Gives an action another due date (domain.md 2.7). `occurredOn` is the day of the replanning, by default today. */
export interface ReplanAction {
  readonly occurredOn?: CalendarDate;
  readonly actionId: string;
  readonly newDueOn: CalendarDate;
  readonly reason?: string;
}

/** Replans an open action and counts it: `ACTION_UNKNOWN`, `ACTION_CLOSED`, `DUE_IN_PAST`. The same date changes nothing. */
export function replanAction(
  command: ReplanAction,
  state: PartnershipState,
  context: DecisionContext,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { actionId, newDueOn, reason, occurredOn = context.today } = command;
  const refusal = refuseInState(state, 'ReplanAction') ?? refuseBeforeOpening(state, occurredOn);
  if (refusal !== undefined) return refusal;
  const found = openAction(state.actions, actionId, { date: occurredOn, path: 'occurredOn' });
  if ('refusal' in found) return found.refusal;
  const { dueOn, replanCount } = found.action;
  if (newDueOn === dueOn) return accepted();
  if (newDueOn < occurredOn) return refuseDueInPast(newDueOn, occurredOn, 'newDueOn');
  return accepted({
    type: 'ActionReplanned',
    occurredOn,
    data: {
      actionId,
      oldDueOn: dueOn,
      newDueOn,
      replanCount: replanCount + 1,
      ...(reason === undefined ? {} : { reason }),
    },
  });
}
