import type { Side } from '#directory/domain';
import type { Projection } from '#event-sourcing';
import type { PartnershipEventNamed } from '../../domain/events.js';
import type { ReviewScores } from '../../domain/events/reviews.js';
import { partnershipIdOf } from '../../domain/stream.js';
import { Review, type ReviewPerson } from './review.js';

type ReviewEvent = PartnershipEventNamed<
  'ReviewScheduled' | 'ReviewHeld' | 'PartnerScoresSubmitted' | 'ReviewCancelled'
>;

/** "Which reviews are overdue, and what did the last ones say?" (domain.md 4.1, `reviewCalendar`): one document per review. */
export const reviewCalendar: Projection<Review, ReviewEvent> = {
  name: 'review-calendar',
  version: 1,
  document: Review,
  key: ({ data }) => data.reviewId,
  on: {
    ReviewScheduled: (_, { stream, data: { reviewId, kind, plannedOn, agenda } }) => ({
      id: reviewId,
      partnershipId: partnershipIdOf(stream),
      kind,
      status: 'PLANNED',
      takesPlaceOn: plannedOn,
      plannedOn,
      ...(agenda === undefined ? {} : { agenda }),
      participants: [],
      missingPartnerScores: false,
    }),
    ReviewHeld: (planned, { stream, data }, id) => ({
      ...planned,
      id,
      partnershipId: partnershipIdOf(stream),
      kind: data.kind,
      status: 'HELD',
      takesPlaceOn: data.heldOn,
      heldOn: data.heldOn,
      outcome: data.outcome,
      ...(data.partnerManagerId === undefined ? {} : { managerId: data.partnerManagerId }),
      ...responsible('OWN', data.responsibleContactOwn),
      ...responsible('PARTNER', data.responsibleContactPartner),
      participants: data.participants,
      oneSided: data.oneSided,
      ...(data.scoresOwn === undefined ? {} : { scoresOwn: data.scoresOwn, meanScoreOwn: mean(data.scoresOwn) }),
      ...partnerScores(data.scoresPartner),
      nextReviewOn: data.nextReviewOn,
      sealedSummary: data.summary,
    }),
    PartnerScoresSubmitted: (review, { data: { scores } }) => review && { ...review, ...partnerScores(scores) },
    ReviewCancelled: (review, { data: { reason } }) =>
      review && { ...review, status: 'CANCELLED', cancelReason: reason },
  },
};

function responsible(
  side: Side,
  personId: string | undefined,
): Partial<Record<'responsibleContactOwn' | 'responsibleContactPartner', ReviewPerson>> {
  if (personId === undefined) return {};
  return { [side === 'OWN' ? 'responsibleContactOwn' : 'responsibleContactPartner']: { side, personId } };
}

function partnerScores(
  scores: ReviewScores | undefined,
): Pick<Review, 'missingPartnerScores' | 'scoresPartner' | 'meanScorePartner'> {
  if (scores === undefined) return { missingPartnerScores: true };
  return { missingPartnerScores: false, scoresPartner: scores, meanScorePartner: mean(scores) };
}

/** Exact to its one decimal: a fifth of a whole number. */
function mean({ strategicFit, results, delivery, communication, trust }: ReviewScores): number {
  return (strategicFit + results + delivery + communication + trust) / 5;
}
