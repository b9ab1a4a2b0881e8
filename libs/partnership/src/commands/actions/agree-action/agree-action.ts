import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { actionAgreed, type NewAction, refuseNewAction } from '../../../domain/new-action.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { KnownPersons } from '../../../domain/person-of-side.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';

/** Agrees an action between reviews (domain.md 2.7). `occurredOn` is the day of the agreement, by default today. */
export interface AgreeAction extends NewAction {
  readonly occurredOn?: CalendarDate;
}

/** Agrees an action with one owner side, one person of that side and one due date (I-12): `DUE_IN_PAST`, `OWNER_SIDE_MISMATCH`. */
export function agreeAction(
  command: AgreeAction,
  state: PartnershipState,
  context: DecisionContext,
  facts: { readonly persons: KnownPersons },
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const agreedOn = command.occurredOn ?? context.today;
  const { companyId } = state.lifecycle;
  const refusal =
    refuseInState(state, 'AgreeAction') ??
    refuseBeforeOpening(state, agreedOn) ??
    refuseNewAction(command, { agreedOn, companyId, persons: facts.persons, path: '' });
  return refusal ?? accepted(actionAgreed(command, { actionId: context.newId('act'), agreedOn }));
}
