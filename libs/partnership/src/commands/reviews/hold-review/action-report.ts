import type { CalendarDate } from '#calendar';
import { type DecisionWarning, type Rejected, rejected } from '#event-sourcing';
import type { ActionStatus } from '../../../domain/events/actions.js';
import { type ActionEntry, actionOf, type ActionsState } from '../../../domain/state/actions.js';

/** How one action stands, as stated in a review. */
export interface ReportedAction {
  readonly actionId: string;
  readonly status: ActionStatus;
}

/**
 * The refusal of a report that names an unknown action (`ACTION_UNKNOWN`), one action twice (`VALIDATION_FAILED`), or
 * not every action that was open from earlier reviews (`OPEN_ACTIONS_NOT_REPORTED`, I-11).
 */
export function refuseReport(
  report: readonly ReportedAction[],
  heldOn: CalendarDate,
  actions: ActionsState,
): Rejected<'ACTION_UNKNOWN' | 'VALIDATION_FAILED' | 'OPEN_ACTIONS_NOT_REPORTED'> | undefined {
  return refuseUnknown(report, actions) ?? refuseRepeated(report) ?? refuseGaps(report, heldOn, actions);
}

/** A warning for each action that the review calls done or dropped while nobody has recorded that it is. */
export function closedInWordsOnly(
  report: readonly ReportedAction[],
  actions: ActionsState,
): readonly DecisionWarning[] {
  return report
    .filter(({ actionId, status }) => status !== 'OPEN' && actionOf(actions, actionId)?.status === 'OPEN')
    .map(({ actionId, status }) => ({
      code: 'ACTION_STILL_OPEN',
      message: `${actionId} is reported ${status} but stays open until ${status === 'COMPLETED' ? 'CompleteAction' : 'CancelAction'} records it.`,
    }));
}

function refuseUnknown(
  report: readonly ReportedAction[],
  actions: ActionsState,
): Rejected<'ACTION_UNKNOWN'> | undefined {
  const details = report.flatMap(({ actionId }, index) =>
    actionOf(actions, actionId) === undefined
      ? [{ code: 'ACTION_UNKNOWN', path: `openActionStatus.${String(index)}.actionId`, message: actionId }]
      : [],
  );
  if (details.length === 0) return undefined;
  const message =
    'openActionStatus names an action that this partnership does not have. Correct the id or take it out.';
  return rejected('ACTION_UNKNOWN', message, { details });
}

function refuseRepeated(report: readonly ReportedAction[]): Rejected<'VALIDATION_FAILED'> | undefined {
  const ids = report.map(({ actionId }) => actionId);
  const details = ids.flatMap((actionId, index) =>
    ids.indexOf(actionId) < index
      ? [{ code: 'ACTION_NAMED_TWICE', path: `openActionStatus.${String(index)}.actionId`, message: actionId }]
      : [],
  );
  if (details.length === 0) return undefined;
  return rejected('VALIDATION_FAILED', 'openActionStatus names an action twice. State how it stands once.', {
    details,
  });
}

function refuseGaps(
  report: readonly ReportedAction[],
  heldOn: CalendarDate,
  actions: ActionsState,
): Rejected<'OPEN_ACTIONS_NOT_REPORTED'> | undefined {
  const details = Object.values(actions.byId)
    .filter((action) => wasOpenFromReview(action, heldOn))
    .filter(({ actionId }) => report.every((reported) => reported.actionId !== actionId))
    .map(({ actionId, dueOn }) => ({
      code: `OPEN_ACTIONS_NOT_REPORTED:${actionId}`,
      path: 'openActionStatus',
      message: `${actionId} is open and due on ${dueOn}`,
    }));
  if (details.length === 0) return undefined;
  const message =
    'openActionStatus: a review states how every action open from earlier reviews stands. Add those in details.';
  return rejected('OPEN_ACTIONS_NOT_REPORTED', message, { details });
}

/** A review that is entered late reports what was open on its own day, whatever has become of it since. */
function wasOpenFromReview({ reviewId, agreedOn, closedOn }: ActionEntry, heldOn: CalendarDate): boolean {
  return reviewId !== undefined && agreedOn <= heldOn && (closedOn === undefined || closedOn > heldOn);
}
