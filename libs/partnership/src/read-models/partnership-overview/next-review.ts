import type { CalendarDate } from '#calendar';

/** What says when the next review is due. */
export interface ReviewDates {
  /** The days of the reviews that are planned, by review id. */
  readonly planned: Readonly<Record<string, CalendarDate>>;
  /** The last review held, and the day that was agreed in it for the next. */
  readonly last?: { readonly heldOn: CalendarDate; readonly nextReviewOn: CalendarDate };
}

const none: ReviewDates = { planned: {} };

/** The dates after a review was planned. */
export function withPlanned(dates: ReviewDates = none, reviewId: string, plannedOn: CalendarDate): ReviewDates {
  return { ...dates, planned: { ...dates.planned, [reviewId]: plannedOn } };
}

/** The dates after a planned review was held or cancelled. */
export function withoutPlanned(dates: ReviewDates = none, reviewId: string): ReviewDates {
  const { [reviewId]: _done, ...planned } = dates.planned;
  return { ...dates, planned };
}

/** The dates after a review was held; one that is recorded late, after a newer one, agrees nothing any more. */
export function withHeld(
  dates: ReviewDates = none,
  { reviewId, heldOn, nextReviewOn }: { readonly reviewId: string } & NonNullable<ReviewDates['last']>,
): ReviewDates {
  const open = withoutPlanned(dates, reviewId);
  return open.last !== undefined && open.last.heldOn > heldOn ? open : { ...open, last: { heldOn, nextReviewOn } };
}

/** The first day on which a review is due, planned or agreed; `undefined` when none is. */
export function nextReviewOn({ planned, last }: ReviewDates): CalendarDate | undefined {
  let due = last?.nextReviewOn;
  for (const day of Object.values(planned)) if (due === undefined || day < due) due = day;
  return due;
}
