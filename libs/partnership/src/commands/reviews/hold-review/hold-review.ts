import { addDays, type CalendarDate } from '#calendar';
import {
  acceptedWithWarnings,
  type Decision,
  type DecisionContext,
  type Rejected,
  rejected,
  type RejectionDetail,
} from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent, PartnershipEventNamed } from '../../../domain/events.js';
import type { ReviewKind, ReviewOutcome } from '../../../domain/events/reviews.js';
import { actionAgreed, type NewAction, refuseNewAction } from '../../../domain/new-action.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { KnownPersons } from '../../../domain/person-of-side.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import { completeScores, type ScoresGiven } from '../../../domain/review-scores.js';
import type { PartnershipState } from '../../../domain/state.js';
import { partnerManagerOn, responsibleContactOn } from '../../../domain/state/people.js';
import { heldReviews, plannedNear, reviewOf } from '../../../domain/state/reviews.js';

import type { SealedText } from '#directory/domain';
import { closedInWordsOnly, refuseReport, type ReportedAction } from './action-report.js';
import { isOneSided, refuseParticipants, type ReviewParticipant } from './review-participants.js';

/** Records a review that took place (domain.md 2.7). `heldOn` is the day of its events; it makes `occurredOn` needless. */
export interface HoldReview {
  readonly occurredOn?: CalendarDate;
  /** The planned review that this one is; by default the one of the same kind planned within 14 days of `heldOn`. */
  readonly reviewId?: string;
  readonly heldOn: CalendarDate;
  readonly kind: ReviewKind;
  readonly participants: readonly ReviewParticipant[];
  readonly scores: { readonly OWN?: ScoresGiven; readonly PARTNER?: ScoresGiven };
  /** How the actions stand on `heldOn`: a statement that closes none of them. */
  readonly openActionStatus: readonly ReportedAction[];
  readonly outcome: ReviewOutcome;
  readonly summary: SealedText;
  /** By default `heldOn` and the cadence. */
  readonly nextReviewOn?: CalendarDate;
  readonly actions: readonly NewAction[];
}

/** What a review needs of other streams: its persons, and the days between two reviews in the present tier, if there is one. */
export interface HoldReviewFacts {
  readonly persons: KnownPersons;
  readonly cadenceDays: number | undefined;
}

/** The days between two reviews while no tier says it: before activation, or after an import without a tier. */
export const DEFAULT_CADENCE_DAYS = 90;

type Refusal = Rejected<PartnershipRejectionCode> | undefined;
type ReviewHeldData = PartnershipEventNamed<'ReviewHeld'>['data'];

/**
 * Records a review with the actions agreed in it, and freezes who was responsible on that day.
 *
 * Refused as `REVIEW_UNKNOWN`, `REVIEW_ALREADY_HELD`, `REVIEW_DUPLICATE`, `PARTICIPANT_SIDE_MISSING` (I-09),
 * `SCORE_OUT_OF_RANGE` (I-10), `OPEN_ACTIONS_NOT_REPORTED`, `ACTION_UNKNOWN` (I-11), `DUE_IN_PAST`, `OWNER_SIDE_MISMATCH`
 * (I-12), `NOT_FOUND` for a person. Warns `ACTION_STILL_OPEN` when an action is reported closed but not recorded so.
 */
export function holdReview(
  command: HoldReview,
  state: PartnershipState,
  context: DecisionContext,
  facts: HoldReviewFacts,
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const refusal = refuseInState(state, 'HoldReview') ?? refuseReview(command, state, facts.persons);
  if (refusal !== undefined) return refusal;
  const scored = scoresOf(command);
  if ('refusal' in scored) return scored.refusal;

  const { kind, heldOn, participants, outcome, summary, openActionStatus, actions } = command;
  const reviewId = command.reviewId ?? plannedNear(state.reviews, kind, heldOn)?.reviewId ?? context.newId('rev');
  const held: PartnershipEvent = {
    type: 'ReviewHeld',
    occurredOn: heldOn,
    data: {
      reviewId,
      kind,
      heldOn,
      participants: participants.map(({ side, personId }) => ({ side, personId })),
      ...responsibleOn(state, heldOn),
      ...scored.scores,
      outcome,
      openActionStatus: openActionStatus.map(({ actionId, status }) => ({ actionId, status })),
      nextReviewOn: command.nextReviewOn ?? addDays(heldOn, facts.cadenceDays ?? DEFAULT_CADENCE_DAYS),
      oneSided: isOneSided(participants),
      summary,
    },
  };
  const agreed = actions.map((action, index) =>
    actionAgreed(action, { actionId: context.newId('act', index), reviewId, agreedOn: heldOn }),
  );
  return acceptedWithWarnings([held, ...agreed], closedInWordsOnly(openActionStatus, state.actions));
}

function refuseReview(command: HoldReview, state: PartnershipState, persons: KnownPersons): Refusal {
  const { heldOn, openActionStatus } = command;
  return (
    refuseBeforeOpening(state, heldOn) ??
    refusePlan(command, state) ??
    refuseDuplicate(command, state) ??
    refuseParticipants(command, state.lifecycle.companyId, persons) ??
    refuseReport(openActionStatus, heldOn, state.actions) ??
    refuseNextReview(command) ??
    refuseActions(command, state, persons)
  );
}

function refusePlan({ reviewId }: HoldReview, { reviews }: PartnershipState): Refusal {
  if (reviewId === undefined) return undefined;
  const review = reviewOf(reviews, reviewId);
  if (review?.status === 'PLANNED') return undefined;
  return review?.status === 'HELD'
    ? rejected('REVIEW_ALREADY_HELD', `That review was held on ${review.heldOn}. Leave reviewId out for another one.`)
    : rejected(
        'REVIEW_UNKNOWN',
        `There is no planned review ${reviewId}. Leave reviewId out, or give a planned one's.`,
      );
}

function refuseDuplicate({ kind, heldOn }: HoldReview, { reviews }: PartnershipState): Refusal {
  const twin = heldReviews(reviews).find((review) => review.kind === kind && review.heldOn === heldOn);
  if (twin === undefined) return undefined;
  const message = `heldOn: a review of kind ${kind} on ${heldOn} is recorded as ${twin.reviewId}. Correct that entry instead.`;
  return rejected('REVIEW_DUPLICATE', message, {
    details: [{ code: 'REVIEW_DUPLICATE', path: 'heldOn', message: twin.reviewId }],
  });
}

function refuseNextReview({ nextReviewOn, heldOn }: HoldReview): Refusal {
  if (nextReviewOn === undefined || nextReviewOn > heldOn) return undefined;
  const message = `nextReviewOn: ${nextReviewOn} is not after ${heldOn}. Give a later date, or leave it out.`;
  return rejected('VALIDATION_FAILED', message, {
    details: [{ code: 'NEXT_REVIEW_NOT_LATER', path: 'nextReviewOn', message }],
  });
}

function refuseActions(command: HoldReview, state: PartnershipState, persons: KnownPersons): Refusal {
  const { companyId } = state.lifecycle;
  return allInOne(
    command.actions.map((action, index) => {
      const path = `actions.${String(index)}.`;
      return refuseNewAction(action, { agreedOn: command.heldOn, companyId, persons, path });
    }),
  );
}

type ScoresOfSides = Pick<ReviewHeldData, 'scoresOwn' | 'scoresPartner'>;

function scoresOf({
  scores: { OWN, PARTNER },
}: HoldReview): { readonly scores: ScoresOfSides } | { readonly refusal: Rejected<PartnershipRejectionCode> } {
  const own = OWN === undefined ? undefined : completeScores(OWN, 'scores.OWN');
  const partner = PARTNER === undefined ? undefined : completeScores(PARTNER, 'scores.PARTNER');
  const refusal = allInOne(
    [own, partner].map((side) => (side !== undefined && 'refusal' in side ? side.refusal : undefined)),
  );
  if (refusal !== undefined) return { refusal };
  return {
    scores: {
      ...(own !== undefined && 'scores' in own ? { scoresOwn: own.scores } : {}),
      ...(partner !== undefined && 'scores' in partner ? { scoresPartner: partner.scores } : {}),
    },
  };
}

/** The first refusal with the details of all. */
function allInOne(refusals: readonly Refusal[]): Refusal {
  const refused = refusals.filter((refusal) => refusal !== undefined);
  const [first] = refused;
  if (first === undefined) return undefined;
  const details = refused.flatMap(({ rejection }): readonly RejectionDetail[] => rejection.details);
  return rejected(first.rejection.code, first.rejection.message, { details });
}

/** Frozen, because the intervals may be corrected later: who answered for the partnership on that day, as known now. */
function responsibleOn(
  { people }: PartnershipState,
  date: CalendarDate,
): Pick<ReviewHeldData, 'responsibleContactOwn' | 'responsibleContactPartner' | 'partnerManagerId'> {
  const own = responsibleContactOn(people, 'OWN', date);
  const partner = responsibleContactOn(people, 'PARTNER', date);
  const manager = partnerManagerOn(people, date);
  return {
    ...(own === undefined ? {} : { responsibleContactOwn: own }),
    ...(partner === undefined ? {} : { responsibleContactPartner: partner }),
    ...(manager === undefined ? {} : { partnerManagerId: manager }),
  };
}
