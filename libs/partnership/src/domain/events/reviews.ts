// These types are the storage format: add, never edit. A changed payload is a new version with an upcast.
import { z } from 'zod';
import { calendarDate, freeText, id, managerId, personId, sealedText } from '#event-fields';
import type { EventDefinitions } from '#event-sourcing';
import { actionStatuses } from './actions.js';
import { side } from './fields.js';

/** The kinds of review (domain.md 2.7, ScheduleReview). */
export const reviewKinds = ['QUARTERLY', 'ANNUAL', 'EXTRAORDINARY', 'EXIT'] as const;
export type ReviewKind = (typeof reviewKinds)[number];

/** What a review may conclude (domain.md 1, "Outcome"). */
export const reviewOutcomes = ['CONTINUE', 'EXPAND', 'IMPROVE', 'ESCALATE', 'EXIT_RECOMMENDED'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** The five dimensions each side scores from 1 to 5 (domain.md 2.7, review dimensions). */
export const reviewDimensions = ['strategicFit', 'results', 'delivery', 'communication', 'trust'] as const;
export type ReviewDimension = (typeof reviewDimensions)[number];

const score = z.int().min(1).max(5).meta({ unit: 'points, 1 to 5' });
const scores = z
  .strictObject({ strategicFit: score, results: score, delivery: score, communication: score, trust: score })
  .readonly();

/** The scores of one side: all five dimensions, integers from 1 to 5 (I-10). */
export type ReviewScores = z.infer<typeof scores>;

/** The events of the chapter "reviews": planned, held and cancelled reviews with the scores of both sides (domain.md 2.11). */
export const reviewsEvents = {
  ReviewScheduled: {
    version: 1,
    meaning: 'A review of a kind was planned for a date.',
    data: z
      .strictObject({
        reviewId: id('rev'),
        kind: z.enum(reviewKinds),
        plannedOn: calendarDate,
        agenda: freeText(4000).exactOptional(),
      })
      .readonly(),
  },
  ReviewHeld: {
    version: 1,
    meaning:
      'The two sides assessed their partnership: who took part, who was responsible on that day, the scores, the outcome, and how the open actions stand.',
    data: z
      .strictObject({
        reviewId: id('rev'),
        kind: z.enum(reviewKinds),
        heldOn: calendarDate,
        participants: z.array(z.strictObject({ side, personId }).readonly()).readonly(),
        responsibleContactOwn: personId.exactOptional(),
        responsibleContactPartner: personId.exactOptional(),
        partnerManagerId: managerId
          .meta({ description: 'Absent only where an imported partnership had no manager yet.' })
          .exactOptional(),
        scoresOwn: scores.exactOptional(),
        scoresPartner: scores.exactOptional(),
        outcome: z.enum(reviewOutcomes),
        openActionStatus: z
          .array(z.strictObject({ actionId: id('act'), status: z.enum(actionStatuses) }).readonly())
          .readonly(),
        nextReviewOn: calendarDate,
        oneSided: z.boolean().meta({ description: 'Only one side took part.' }),
        summary: sealedText,
      })
      .readonly(),
  },
  PartnerScoresSubmitted: {
    version: 1,
    meaning: 'The partner side gave its scores after the review, within 30 days.',
    data: z.strictObject({ reviewId: id('rev'), scores, submittedBy: personId, submittedOn: calendarDate }).readonly(),
  },
  ReviewCancelled: {
    version: 1,
    meaning: 'A planned review will not take place; the reason is kept.',
    data: z.strictObject({ reviewId: id('rev'), reason: freeText(2000) }).readonly(),
  },
} satisfies EventDefinitions;
