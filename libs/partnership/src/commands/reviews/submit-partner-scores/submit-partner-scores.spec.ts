import { decisionSpecification, testActor, testContext } from '#event-sourcing/testing';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { persons } from '../../../domain/event-samples/person-facts.js';
import { partnerScoresSubmitted, reviewHeld, reviewScheduled } from '../../../domain/event-samples/reviews.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type SubmitPartnerScores, submitPartnerScores } from './submit-partner-scores.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({
  actor: testActor({ userId: 'piet', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' }),
});
const facts = { persons };
const command: SubmitPartnerScores = {
  reviewId: 'rev_held',
  scores: { strategicFit: 4, results: 3, delivery: 3, communication: 4, trust: 5 },
  submittedBy: 'prs_partner',
  occurredOn: '2026-02-23',
};

describe("Submitting the partner's scores", () => {
  it('adds them to a review that was held without them', () => {
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores(command, state, context, facts))
      .then(partnerScoresSubmitted);
  });

  it.each([
    ['on the day of the review', '2026-02-16'],
    ['on the thirtieth day', '2026-03-18'],
  ])('is possible %s', (_case, submittedOn) => {
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, occurredOn: submittedOn }, state, context, facts))
      .then({
        ...partnerScoresSubmitted,
        occurredOn: submittedOn,
        data: { ...partnerScoresSubmitted.data, submittedOn },
      });
  });

  it('is refused from the thirty-first day on', () => {
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, occurredOn: '2026-03-19' }, state, context, facts))
      .thenRejected('WINDOW_CLOSED');
  });

  it('is refused with a date before the review', () => {
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, occurredOn: '2026-02-15' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_REVIEW']);
  });

  it('is refused when they came in before', () => {
    given(...active, reviewHeld, partnerScoresSubmitted)
      .when((state) => submitPartnerScores(command, state, context, facts))
      .thenRejected('SCORES_ALREADY_GIVEN');
  });

  it('is refused when they were given in the review', () => {
    const scored = { ...reviewHeld, data: { ...reviewHeld.data, scoresPartner: partnerScoresSubmitted.data.scores } };
    given(...active, scored)
      .when((state) => submitPartnerScores(command, state, context, facts))
      .thenRejected('SCORES_ALREADY_GIVEN');
  });

  it.each([
    ['that nobody knows', 'rev_other'],
    ['that is only planned', 'rev_planned'],
  ])('is refused for a review %s', (_case, reviewId) => {
    given(...active, reviewScheduled, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, reviewId }, state, context, facts))
      .thenRejected('REVIEW_UNKNOWN');
  });

  it('is refused when a score is missing or out of range, and names each', () => {
    const scores = { strategicFit: 0, results: 6, delivery: 2.5, communication: 1 };
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, scores }, state, context, facts))
      .thenRejected('SCORE_OUT_OF_RANGE', Array<string>(4).fill('SCORE_OUT_OF_RANGE'));
  });

  it.each(['prs_own', 'prs_other', 'prs_gone'])(
    'is refused in the name of %s, not of the partner side',
    (submittedBy) => {
      given(...active, reviewHeld)
        .when((state) => submitPartnerScores({ ...command, submittedBy }, state, context, facts))
        .thenRejected('VALIDATION_FAILED', ['SIDE_MISMATCH']);
    },
  );

  it('is refused in the name of somebody who is not registered', () => {
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, submittedBy: 'prs_nobody' }, state, context, facts))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });

  it('is refused before the partnership began', () => {
    given(...active, reviewHeld)
      .when((state) => submitPartnerScores({ ...command, occurredOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => submitPartnerScores(command, state, context, facts))
      .thenRejected('INVALID_STATE');
  });
});
