import { type CalendarDate, daysBetween } from '#calendar';
import type { ReviewKind } from '../events/reviews.js';
import type { ChapterFold } from './chapter-fold.js';

/** A review that is planned. */
export interface PlannedReview {
  readonly status: 'PLANNED';
  readonly reviewId: string;
  readonly kind: ReviewKind;
  readonly plannedOn: CalendarDate;
}

/** A review that has been held. */
export interface HeldReview {
  readonly status: 'HELD';
  readonly reviewId: string;
  readonly kind: ReviewKind;
  readonly heldOn: CalendarDate;
  readonly partnerScored: boolean;
}

/** A planned review that will not take place. */
export interface CancelledReview {
  readonly status: 'CANCELLED';
  readonly reviewId: string;
  readonly kind: ReviewKind;
}

/** What decisions need to know of one review. */
export type ReviewEntry = PlannedReview | HeldReview | CancelledReview;

/** What decisions need to know of: planned, held and cancelled reviews with the scores of both sides. */
export interface ReviewsState {
  readonly byId: Readonly<Record<string, ReviewEntry>>;
}

export const initialReviews: ReviewsState = { byId: {} };

export const foldReviews = {
  ReviewScheduled: (state, { data }) =>
    withReview(state, {
      status: 'PLANNED',
      reviewId: data.reviewId,
      kind: data.kind,
      plannedOn: data.plannedOn,
    }),
  ReviewHeld: (state, { data }) =>
    withReview(state, {
      status: 'HELD',
      reviewId: data.reviewId,
      kind: data.kind,
      heldOn: data.heldOn,
      partnerScored: data.scoresPartner !== undefined,
    }),
  PartnerScoresSubmitted: (state, { data }) => {
    const review = reviewOf(state, data.reviewId);
    return review?.status === 'HELD' ? withReview(state, { ...review, partnerScored: true }) : state;
  },
  ReviewCancelled: (state, { data }) => {
    const review = reviewOf(state, data.reviewId);
    return review === undefined
      ? state
      : withReview(state, { status: 'CANCELLED', reviewId: review.reviewId, kind: review.kind });
  },
} satisfies ChapterFold<ReviewsState>;

/** The review with an id; `undefined` when the partnership has none. */
export function reviewOf(state: ReviewsState, reviewId: string): ReviewEntry | undefined {
  return Object.hasOwn(state.byId, reviewId) ? state.byId[reviewId] : undefined;
}

/** Two reviews of a kind that are planned at most this many days apart are the same one (domain.md 2.7, ScheduleReview). */
export const SAME_PLAN_DAYS = 14;

/** The planned review of a kind that is nearest to a date, at most {@link SAME_PLAN_DAYS} away; the earlier of two. */
export function plannedNear(state: ReviewsState, kind: ReviewKind, date: CalendarDate): PlannedReview | undefined {
  const distance = ({ plannedOn }: PlannedReview): number => Math.abs(daysBetween(plannedOn, date));
  return Object.values(state.byId)
    .filter((review) => review.status === 'PLANNED')
    .filter((review) => review.kind === kind && distance(review) <= SAME_PLAN_DAYS)
    .sort((one, other) => distance(one) - distance(other) || (one.plannedOn < other.plannedOn ? -1 : 1))[0];
}

/** The reviews that have been held. */
export function heldReviews(state: ReviewsState): readonly HeldReview[] {
  return Object.values(state.byId).filter((review) => review.status === 'HELD');
}

function withReview(state: ReviewsState, review: ReviewEntry): ReviewsState {
  return { byId: { ...state.byId, [review.reviewId]: review } };
}
