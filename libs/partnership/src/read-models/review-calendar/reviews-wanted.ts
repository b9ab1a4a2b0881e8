import type { CalendarDate } from '#calendar';
import { allOf, type Filter } from '#document-store';
import { type Actor, isPartnerRep } from '#identity';
import type { ReviewKind } from '../../domain/events/reviews.js';
import type { ReviewStatus } from '../../domain/review-statuses.js';
import { visibleTo } from '../../visible-to.js';
import type { Review } from './review.js';

/** Which reviews are wanted; what is absent does not matter. */
export interface ReviewsWanted {
  readonly partnershipId?: string;
  readonly kinds?: readonly ReviewKind[];
  readonly status?: readonly ReviewStatus[];
  /** Only those planned before today and not held. */
  readonly overdueOnly?: boolean;
  /** Only those without scores of the partner side, or only the others. */
  readonly missingPartnerScores?: boolean;
  /** First and last day in the calendar, both included. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
}

/** The filter for the wanted reviews on a day. */
export function reviewsFilter(wanted: ReviewsWanted, today: CalendarDate): Filter<Review> {
  const { partnershipId, kinds, status, overdueOnly, missingPartnerScores, from, to } = wanted;
  return allOf<Review>(
    partnershipId === undefined ? undefined : { partnershipId },
    kinds === undefined ? undefined : { kind: { $in: kinds } },
    status === undefined ? undefined : { status: { $in: status } },
    overdueOnly === true ? { status: 'PLANNED', plannedOn: { $lt: today } } : undefined,
    missingPartnerScores === undefined ? undefined : { missingPartnerScores },
    from === undefined ? undefined : { takesPlaceOn: { $gte: from } },
    to === undefined ? undefined : { takesPlaceOn: { $lte: to } },
  );
}

/**
 * The filter for the reviews an actor may see. A partner representative sees those of the own partnerships, except where
 * nobody of the partner side took part: there the own side spoke about the partner, not with it.
 */
export function reviewsVisibleTo(actor: Actor): Filter<Review> {
  if (!isPartnerRep(actor)) return {};
  return allOf<Review>(visibleTo(actor, 'partnershipId'), {
    $or: [{ status: { $in: ['PLANNED', 'CANCELLED'] } }, { 'participants.side': 'PARTNER' }],
  });
}
