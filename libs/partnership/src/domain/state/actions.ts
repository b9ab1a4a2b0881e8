import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import type { ActionStatus } from '../events/actions.js';
import type { ChapterFold } from './chapter-fold.js';

/** What decisions need to know of one agreed action. */
export interface ActionEntry {
  readonly actionId: string;
  /** The review in which it was agreed; absent when agreed between reviews. */
  readonly reviewId?: string;
  readonly ownerSide: Side;
  readonly agreedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly replanCount: number;
  readonly status: ActionStatus;
  /** The day on which it was completed or cancelled. */
  readonly closedOn?: CalendarDate;
}

/** What decisions need to know of: what was agreed in reviews and between them, and what became of it. */
export interface ActionsState {
  readonly byId: Readonly<Record<string, ActionEntry>>;
}

export const initialActions: ActionsState = { byId: {} };

export const foldActions = {
  ActionAgreed: (state, { data }) => ({
    byId: {
      ...state.byId,
      [data.actionId]: {
        actionId: data.actionId,
        ...(data.reviewId === undefined ? {} : { reviewId: data.reviewId }),
        ownerSide: data.ownerSide,
        agreedOn: data.agreedOn,
        dueOn: data.dueOn,
        replanCount: 0,
        status: 'OPEN',
      },
    },
  }),
  ActionCompleted: (state, { data }) =>
    changed(state, data.actionId, { status: 'COMPLETED', closedOn: data.completedOn }),
  ActionReplanned: (state, { data }) =>
    changed(state, data.actionId, { dueOn: data.newDueOn, replanCount: data.replanCount }),
  ActionCancelled: (state, { data, occurredOn }) =>
    changed(state, data.actionId, { status: 'CANCELLED', closedOn: occurredOn }),
} satisfies ChapterFold<ActionsState>;

/** The action with an id; `undefined` when the partnership has none. */
export function actionOf(state: ActionsState, actionId: string): ActionEntry | undefined {
  return Object.hasOwn(state.byId, actionId) ? state.byId[actionId] : undefined;
}

function changed(state: ActionsState, actionId: string, change: Partial<ActionEntry>): ActionsState {
  const action = actionOf(state, actionId);
  return action === undefined ? state : { byId: { ...state.byId, [actionId]: { ...action, ...change } } };
}
