import { type Rejected, rejected, type RejectionDetail } from '#event-sourcing';
import { type ReviewDimension, reviewDimensions, type ReviewScores } from './events/reviews.js';

/** The scores of a side as a command brings them: not yet known to be complete and in range. */
export type ScoresGiven = Readonly<Partial<Record<ReviewDimension, number>>>;

/** All five scores of a side, or the refusal that names each missing or impossible one under `path` (I-10). */
export function completeScores(
  given: ScoresGiven,
  path: string,
): { readonly scores: ReviewScores } | { readonly refusal: Rejected<'SCORE_OUT_OF_RANGE'> } {
  const { strategicFit, results, delivery, communication, trust } = given;
  if (isScore(strategicFit) && isScore(results) && isScore(delivery) && isScore(communication) && isScore(trust))
    return { scores: { strategicFit, results, delivery, communication, trust } };
  const message = 'A side scores all five dimensions with integers from 1 to 5, or none. Correct the scores.';
  const details = reviewDimensions.flatMap((dimension) => problem(given[dimension], `${path}.${dimension}`));
  return { refusal: rejected('SCORE_OUT_OF_RANGE', message, { details }) };
}

function problem(score: number | undefined, path: string): readonly RejectionDetail[] {
  const message = score === undefined ? `${path} is missing.` : `${path}: ${String(score)} is no integer from 1 to 5.`;
  return isScore(score) ? [] : [{ code: 'SCORE_OUT_OF_RANGE', path, message }];
}

function isScore(score: number | undefined): score is number {
  return score !== undefined && Number.isInteger(score) && score >= 1 && score <= 5;
}
