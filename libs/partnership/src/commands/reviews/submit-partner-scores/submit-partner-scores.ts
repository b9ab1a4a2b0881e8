import { addDays, type CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import { isOfSide, type KnownPersons, refuseUnknownPersons } from '../../../domain/person-of-side.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import { completeScores, type ScoresGiven } from '../../../domain/review-scores.js';
import type { PartnershipState } from '../../../domain/state.js';
import { type HeldReview, reviewOf } from '../../../domain/state/reviews.js';

/** The partner side scores a review after it was held (domain.md 2.7). `occurredOn` is the day of the answer. */
export interface SubmitPartnerScores {
  readonly occurredOn?: CalendarDate;
  readonly reviewId: string;
  readonly scores: ScoresGiven;
  /** The person of the partner side whose answer it is. */
  readonly submittedBy: string;
}

/** How long after a review the partner side may still score it (domain.md 2.7). */
export const SCORE_WINDOW_DAYS = 30;

/**
 * Records the partner's scores of a held review. Refused as `REVIEW_UNKNOWN` (none, or not held), `SCORES_ALREADY_GIVEN`,
 * `WINDOW_CLOSED`, `SCORE_OUT_OF_RANGE`, and `NOT_FOUND` or `VALIDATION_FAILED` when `submittedBy` is nobody, or
 * nobody of the partner side.
 */
export function submitPartnerScores(
  command: SubmitPartnerScores,
  state: PartnershipState,
  context: DecisionContext,
  facts: { readonly persons: KnownPersons },
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const { reviewId, submittedBy, occurredOn: submittedOn = context.today } = command;
  const refusal = refuseInState(state, 'SubmitPartnerScores') ?? refuseBeforeOpening(state, submittedOn);
  if (refusal !== undefined) return refusal;
  const review = reviewOf(state.reviews, reviewId);
  if (review?.status !== 'HELD')
    return rejected('REVIEW_UNKNOWN', `There is no held review ${reviewId}. Scores follow a review; hold it first.`);
  const refused = refuseAnswer(review, submittedOn) ?? refuseSubmitter(submittedBy, submittedOn, state, facts.persons);
  if (refused !== undefined) return refused;
  const answer = completeScores(command.scores, 'scores');
  if ('refusal' in answer) return answer.refusal;
  return accepted({
    type: 'PartnerScoresSubmitted',
    occurredOn: submittedOn,
    data: { reviewId, scores: answer.scores, submittedBy, submittedOn },
  });
}

function refuseAnswer(
  { heldOn, partnerScored }: HeldReview,
  submittedOn: CalendarDate,
): Rejected<PartnershipRejectionCode> | undefined {
  if (partnerScored)
    return rejected('SCORES_ALREADY_GIVEN', 'The partner side has scored this review. A wrong entry can be corrected.');
  if (submittedOn < heldOn) {
    const message = `occurredOn: ${submittedOn} lies before the review on ${heldOn}. Give a date from that day on.`;
    return rejected('VALIDATION_FAILED', message, {
      details: [{ code: 'BEFORE_REVIEW', path: 'occurredOn', message }],
    });
  }
  const lastDay = addDays(heldOn, SCORE_WINDOW_DAYS);
  if (submittedOn <= lastDay) return undefined;
  return rejected('WINDOW_CLOSED', `Scores could be given until ${lastDay}. Give them in the next review.`);
}

function refuseSubmitter(
  personId: string,
  on: CalendarDate,
  state: PartnershipState,
  persons: KnownPersons,
): Rejected<PartnershipRejectionCode> | undefined {
  const person = persons[personId];
  if (person === undefined) return refuseUnknownPersons(persons, [{ personId, path: 'submittedBy' }]);
  if (isOfSide(person, 'PARTNER', state.lifecycle.companyId, on)) return undefined;
  const message = `submittedBy: ${personId} does not belong to the partner side. Name the person who gave the scores.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'SIDE_MISMATCH', path: 'submittedBy', message }],
  });
}
