import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  actionAgreedBetweenReviews,
  actionAgreedInReview,
  actionCancelled,
} from '../../../domain/event-samples/actions.js';
import { active } from '../../../domain/event-samples/histories.js';
import { persons } from '../../../domain/event-samples/person-facts.js';
import { reviewHeld } from '../../../domain/event-samples/reviews.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import type { PartnershipState } from '../../../domain/state.js';
import { type HoldReview, holdReview } from './hold-review.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const own = { side: 'OWN', personId: 'prs_own' } as const;
const partner = { side: 'PARTNER', personId: 'prs_partner' } as const;
const summary = { keyId: 'key_1', ciphertext: 'c3VtbWFyeQ==' };
const command: HoldReview = {
  heldOn: '2026-03-30',
  kind: 'QUARTERLY',
  participants: [own, partner],
  scores: {},
  openActionStatus: [],
  outcome: 'IMPROVE',
  summary,
  actions: [],
};
const hold =
  (changed: Partial<HoldReview>) =>
  (state: PartnershipState): ReturnType<typeof holdReview> =>
    holdReview({ ...command, ...changed }, state, testContext(), { persons, cadenceDays: 90 });

describe('A review needs both sides (I-09)', () => {
  it.each([
    ['the partner side is missing', [own], ['PARTICIPANT_SIDE_MISSING:PARTNER']],
    ['the own side is missing', [partner], ['PARTICIPANT_SIDE_MISSING:OWN']],
    ['nobody is named', [], ['PARTICIPANT_SIDE_MISSING:OWN', 'PARTICIPANT_SIDE_MISSING:PARTNER']],
    [
      'an own person is passed off as partner',
      [own, { ...own, side: 'PARTNER' }],
      ['PARTICIPANT_SIDE_MISSING:PARTNER'],
    ],
    [
      'the only one of the partner side works for another company',
      [own, { side: 'PARTNER', personId: 'prs_other' }],
      ['PARTICIPANT_SIDE_MISSING:PARTNER'],
    ],
    [
      'the only one of the partner side had left',
      [own, { side: 'PARTNER', personId: 'prs_gone' }],
      ['PARTICIPANT_SIDE_MISSING:PARTNER'],
    ],
  ] as const)('so it is refused when %s', (_case, participants, details) => {
    given(...active)
      .when(hold({ participants }))
      .thenRejected('PARTICIPANT_SIDE_MISSING', details);
  });

  it.each(['EXTRAORDINARY', 'EXIT'] as const)('but %s may be held by one side, and is flagged', (kind) => {
    given(...active)
      .when(hold({ kind, participants: [own] }))
      .then({
        type: 'ReviewHeld',
        occurredOn: '2026-03-30',
        data: {
          reviewId: 'rev_1',
          kind,
          heldOn: '2026-03-30',
          participants: [own],
          responsibleContactOwn: 'prs_own',
          responsibleContactPartner: 'prs_partner',
          partnerManagerId: 'mgr_1',
          outcome: 'IMPROVE',
          openActionStatus: [],
          nextReviewOn: '2026-06-28',
          oneSided: true,
          summary,
        },
      });
  });

  it.each(['EXTRAORDINARY', 'EXIT'] as const)('and even %s needs somebody', (kind) => {
    given(...active)
      .when(hold({ kind, participants: [] }))
      .thenRejected('PARTICIPANT_SIDE_MISSING', ['PARTICIPANT_SIDE_MISSING:OWN', 'PARTICIPANT_SIDE_MISSING:PARTNER']);
  });

  it('and nobody else may sit on a side that is not theirs', () => {
    given(...active)
      .when(hold({ participants: [own, partner, { side: 'OWN', personId: 'prs_other' }] }))
      .thenRejected('VALIDATION_FAILED', ['SIDE_MISMATCH']);
  });

  it('and everybody in it is registered', () => {
    given(...active)
      .when(hold({ participants: [own, partner, { side: 'OWN', personId: 'prs_nobody' }] }))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });
});

describe('A side scores all five dimensions from 1 to 5, or none (I-10)', () => {
  const four = { strategicFit: 4, results: 4, delivery: 4, communication: 4, trust: 4 };

  it.each([
    ['zero', { OWN: { ...four, trust: 0 } }, 1],
    ['six', { OWN: { ...four, trust: 6 } }, 1],
    ['a half', { PARTNER: { ...four, trust: 3.5 } }, 1],
    ['only four dimensions', { OWN: { strategicFit: 4, results: 4, delivery: 4, communication: 4 } }, 1],
    ['faults on both sides', { OWN: { ...four, trust: 0 }, PARTNER: { ...four, trust: 6, results: 7 } }, 3],
  ])('so it is refused with %s', (_case, scores, faults) => {
    given(...active)
      .when(hold({ scores }))
      .thenRejected('SCORE_OUT_OF_RANGE', Array<string>(faults).fill('SCORE_OUT_OF_RANGE'));
  });
});

describe('A review states how every action open from earlier reviews stands (I-11)', () => {
  const second = { ...actionAgreedInReview, data: { ...actionAgreedInReview.data, actionId: 'act_second' } };

  it('so it is refused when one is left out, and names each', () => {
    given(...active, reviewHeld, actionAgreedInReview, second)
      .when(hold({}))
      .thenRejected('OPEN_ACTIONS_NOT_REPORTED', [
        'OPEN_ACTIONS_NOT_REPORTED:act_review',
        'OPEN_ACTIONS_NOT_REPORTED:act_second',
      ]);
    given(...active, reviewHeld, actionAgreedInReview, second)
      .when(hold({ openActionStatus: [{ actionId: 'act_second', status: 'OPEN' }] }))
      .thenRejected('OPEN_ACTIONS_NOT_REPORTED', ['OPEN_ACTIONS_NOT_REPORTED:act_review']);
  });

  it('but need not mention what was agreed between reviews', () => {
    given(...active, actionAgreedBetweenReviews)
      .when(hold({}))
      .thenWarned();
    given(...active, actionAgreedBetweenReviews, actionCancelled)
      .when(hold({ openActionStatus: [{ actionId: 'act_between', status: 'CANCELLED' }] }))
      .thenWarned();
  });

  it('and does not name actions that nobody agreed', () => {
    given(...active)
      .when(hold({ openActionStatus: [{ actionId: 'act_other', status: 'OPEN' }] }))
      .thenRejected('ACTION_UNKNOWN', ['ACTION_UNKNOWN']);
  });

  it('and names each action once', () => {
    const reported = { actionId: 'act_review', status: 'OPEN' } as const;
    given(...active, reviewHeld, actionAgreedInReview)
      .when(hold({ openActionStatus: [reported, { ...reported, status: 'COMPLETED' }] }))
      .thenRejected('VALIDATION_FAILED', ['ACTION_NAMED_TWICE']);
  });
});

describe('What a review plans lies after it (I-12)', () => {
  const action = {
    text: summary,
    ownerSide: 'PARTNER',
    ownerPersonId: 'prs_partner',
    dueOn: '2026-04-30',
  } as const;

  it.each(['2026-03-30', '2026-03-29'])('so the next review is refused on %s', (nextReviewOn) => {
    given(...active)
      .when(hold({ nextReviewOn }))
      .thenRejected('VALIDATION_FAILED', ['NEXT_REVIEW_NOT_LATER']);
  });

  it('so an action is refused that is due before the review', () => {
    given(...active)
      .when(hold({ actions: [action, { ...action, dueOn: '2026-03-29' }] }))
      .thenRejected('DUE_IN_PAST', ['DUE_IN_PAST']);
  });

  it('and an action has an owner of its side; each that has not is named', () => {
    const wrong = { ...action, ownerPersonId: 'prs_own' };
    given(...active)
      .when(hold({ actions: [wrong, action, { ...wrong, ownerPersonId: 'prs_other' }] }))
      .thenRejected('OWNER_SIDE_MISMATCH', ['OWNER_SIDE_MISMATCH', 'OWNER_SIDE_MISMATCH']);
  });

  it('and an owner who is registered', () => {
    given(...active)
      .when(hold({ actions: [{ ...action, ownerPersonId: 'prs_nobody' }] }))
      .thenRejected('NOT_FOUND', ['PERSON_UNKNOWN']);
  });
});
