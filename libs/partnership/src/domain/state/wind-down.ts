import type { CalendarDate } from '#calendar';
import type { Side } from '#directory/domain';
import type { TerminationGround, WindDownItemKind } from '../end-vocabulary.js';
import type { ChapterFold } from './chapter-fold.js';

/** One thing that remains to be done between the agreed end and the conclusion (domain.md 2.2, sub-machine WindDownItem). */
export interface WindDownItem {
  readonly itemId: string;
  readonly kind: WindDownItemKind;
  readonly ownerSide: Side;
  readonly dueOn: CalendarDate;
  /** The partnership cannot be concluded while a mandatory item is PENDING (T14). */
  readonly mandatory: boolean;
  readonly status: 'PENDING' | 'DONE' | 'WAIVED';
}

/** What decisions need to know of: the phase from the agreed end to the conclusion. */
export interface WindDownState {
  /** In the order in which they arose. */
  readonly items: Readonly<Record<string, WindDownItem>>;
  /** Every ground on which the end rested, the present one last. */
  readonly groundHistory: readonly TerminationGround[];
  /** The agreed end; absent before the wind-down. */
  readonly endsOn?: CalendarDate;
  /** The exit reviews held, in their order. */
  readonly exitReviewIds: readonly string[];
}

export const initialWindDown: WindDownState = { items: {}, groundHistory: [], exitReviewIds: [] };

export const foldWindDown = {
  WindDownBegun: (state, { data }) => ({
    ...state,
    items: Object.fromEntries(data.items.map((item) => [item.itemId, pending(item)])),
    groundHistory: [...state.groundHistory, data.ground],
    endsOn: data.endsOn,
  }),
  WindDownItemAdded: (state, { data }) => ({ ...state, items: { ...state.items, [data.itemId]: pending(data) } }),
  WindDownItemCompleted: (state, { data }) => closed(state, data.itemId, 'DONE'),
  WindDownItemWaived: (state, { data }) => closed(state, data.itemId, 'WAIVED'),
  ReviewHeld: (state, { data }) =>
    data.kind === 'EXIT' ? { ...state, exitReviewIds: [...state.exitReviewIds, data.reviewId] } : state,
  PartnershipTerminatedByMutualAgreement: (state) => state,
} satisfies ChapterFold<WindDownState>;

function pending({ itemId, kind, ownerSide, dueOn, mandatory }: Omit<WindDownItem, 'status'>): WindDownItem {
  return { itemId, kind, ownerSide, dueOn, mandatory, status: 'PENDING' };
}

function closed(state: WindDownState, itemId: string, status: 'DONE' | 'WAIVED'): WindDownState {
  const item = state.items[itemId];
  return item === undefined ? state : { ...state, items: { ...state.items, [itemId]: { ...item, status } } };
}
