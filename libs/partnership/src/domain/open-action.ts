import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';
import type { PartnershipRejectionCode } from './rejections.js';
import { type ActionEntry, actionOf, type ActionsState } from './state/actions.js';

/**
 * The open action a command is about, or why it cannot be worked on: `ACTION_UNKNOWN`, `ACTION_CLOSED`, and
 * `VALIDATION_FAILED` for a date before it was agreed. `path` is the input field that holds the date.
 */
export function openAction(
  actions: ActionsState,
  actionId: string,
  { date, path }: { readonly date: CalendarDate; readonly path: string },
): { readonly action: ActionEntry } | { readonly refusal: Rejected<PartnershipRejectionCode> } {
  const action = actionOf(actions, actionId);
  if (action === undefined)
    return { refusal: rejected('ACTION_UNKNOWN', `There is no action ${actionId}. Take the id of an open action.`) };
  if (action.status !== 'OPEN') {
    const closed = `The action was ${action.status} on ${action.closedOn ?? 'an earlier day'}.`;
    return { refusal: rejected('ACTION_CLOSED', `${closed} Agree a new one if there is more to do.`) };
  }
  if (date >= action.agreedOn) return { action };
  const message = `${path}: ${date} lies before ${action.agreedOn}, when the action was agreed. Give a date from then on.`;
  const details = [{ code: 'BEFORE_AGREEMENT', path, message }];
  return { refusal: rejected('VALIDATION_FAILED', message, { details }) };
}
