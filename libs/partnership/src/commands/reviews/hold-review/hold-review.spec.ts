import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { actionAgreedInReview, actionCompleted } from '../../../domain/event-samples/actions.js';
import { active, onboarding, prospective } from '../../../domain/event-samples/histories.js';
import { partnershipImported } from '../../../domain/event-samples/lifecycle.js';
import { contactRelieved, partnerManagerReassigned } from '../../../domain/event-samples/people.js';
import { persons } from '../../../domain/event-samples/person-facts.js';
import { reviewHeld, reviewScheduled } from '../../../domain/event-samples/reviews.js';
import type { PartnershipEventNamed } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type HoldReview, holdReview } from './hold-review.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext();
const facts = { persons, cadenceDays: 180 };
const summary = { keyId: 'key_1', ciphertext: 'c3VtbWFyeQ==' };
const both = [
  { side: 'OWN', personId: 'prs_own' },
  { side: 'PARTNER', personId: 'prs_partner' },
] as const;
const four = { strategicFit: 4, results: 4, delivery: 4, communication: 4, trust: 4 };
const three = { strategicFit: 3, results: 3, delivery: 3, communication: 3, trust: 3 };
const command: HoldReview = {
  heldOn: '2026-03-30',
  kind: 'QUARTERLY',
  participants: both,
  scores: { OWN: four, PARTNER: three },
  openActionStatus: [],
  outcome: 'CONTINUE',
  summary,
  actions: [],
};
const held: PartnershipEventNamed<'ReviewHeld'> = {
  type: 'ReviewHeld',
  occurredOn: '2026-03-30',
  data: {
    reviewId: 'rev_1',
    kind: 'QUARTERLY',
    heldOn: '2026-03-30',
    participants: both,
    responsibleContactOwn: 'prs_own',
    responsibleContactPartner: 'prs_partner',
    partnerManagerId: 'mgr_1',
    scoresOwn: four,
    scoresPartner: three,
    outcome: 'CONTINUE',
    openActionStatus: [],
    nextReviewOn: '2026-09-26',
    oneSided: false,
    summary,
  },
};

describe('Holding a review', () => {
  it("records both sides' scores, who was responsible, and the next review by the cadence", () => {
    given(...active)
      .when((state) => holdReview(command, state, context, facts))
      .then(held);
  });

  it('records the actions agreed in it', () => {
    const action = {
      text: { keyId: 'key_2', ciphertext: 'YWN0aW9u' },
      ownerSide: 'PARTNER',
      ownerPersonId: 'prs_partner',
      dueOn: '2026-04-30',
    } as const;
    const own = { ...action, ownerSide: 'OWN', ownerPersonId: 'prs_own', dueOn: '2026-03-30' } as const;
    given(...active)
      .when((state) => holdReview({ ...command, actions: [action, own] }, state, context, facts))
      .then(
        held,
        {
          type: 'ActionAgreed',
          occurredOn: '2026-03-30',
          data: { actionId: 'act_1', reviewId: 'rev_1', agreedOn: '2026-03-30', ...action },
        },
        {
          type: 'ActionAgreed',
          occurredOn: '2026-03-30',
          data: { actionId: 'act_2', reviewId: 'rev_1', agreedOn: '2026-03-30', ...own },
        },
      );
  });

  it('takes the next review as stated, and 90 days where no tier says a cadence', () => {
    const nextReviewOn = '2026-05-04';
    given(...active)
      .when((state) => holdReview({ ...command, nextReviewOn }, state, context, facts))
      .then({ ...held, data: { ...held.data, nextReviewOn } });
    given(...onboarding)
      .when((state) => holdReview(command, state, context, { persons, cadenceDays: undefined }))
      .then({ ...held, data: { ...held.data, nextReviewOn: '2026-06-28' } });
  });

  it('may do without scores', () => {
    const { scoresOwn: _own, scoresPartner: _partner, ...unscored } = held.data;
    given(...active)
      .when((state) => holdReview({ ...command, scores: {} }, state, context, facts))
      .then({ ...held, data: unscored });
  });

  it('may be scored by one side only', () => {
    const { scoresPartner: _partner, ...scoredByOwn } = held.data;
    given(...active)
      .when((state) => holdReview({ ...command, scores: { OWN: four } }, state, context, facts))
      .then({ ...held, data: scoredByOwn });
  });

  describe('freezes who was responsible on its own day', () => {
    it('leaves a vacant side out, and names the new manager', () => {
      const { responsibleContactPartner: _vacant, ...vacant } = held.data;
      given(...active, partnerManagerReassigned, contactRelieved)
        .when((state) => holdReview(command, state, context, facts))
        .then({ ...held, data: { ...vacant, partnerManagerId: 'mgr_2' } });
    });

    it('names those of that day when it is entered late', () => {
      const heldOn = '2026-02-20';
      given(...active, partnerManagerReassigned, contactRelieved)
        .when((state) => holdReview({ ...command, heldOn }, state, context, facts))
        .then({ ...held, occurredOn: heldOn, data: { ...held.data, heldOn, nextReviewOn: '2026-08-19' } });
    });

    it('names nobody where an imported partnership had nobody yet', () => {
      const {
        responsibleContactOwn: _own,
        responsibleContactPartner: _partner,
        partnerManagerId: _manager,
        ...data
      } = held.data;
      given(partnershipImported)
        .when((state) => holdReview(command, state, context, facts))
        .then({ ...held, data });
    });
  });

  describe('that was planned', () => {
    const asPlanned = { ...held, data: { ...held.data, reviewId: 'rev_planned' } };

    it('is the planned one when that is of its kind and at most 14 days away', () => {
      given(...active, reviewScheduled)
        .when((state) => holdReview(command, state, context, facts))
        .then(asPlanned);
    });

    it('is another one when the planned one is further away or of another kind', () => {
      given(...active, reviewScheduled)
        .when((state) => holdReview({ ...command, heldOn: '2026-03-31' }, state, context, facts))
        .then({
          ...held,
          occurredOn: '2026-03-31',
          data: { ...held.data, heldOn: '2026-03-31', nextReviewOn: '2026-09-27' },
        });
      given(...active, reviewScheduled)
        .when((state) => holdReview({ ...command, kind: 'ANNUAL' }, state, context, facts))
        .then({ ...held, data: { ...held.data, kind: 'ANNUAL' } });
    });

    it('can be named, however late it is held', () => {
      given(...active, reviewScheduled)
        .when((state) => holdReview({ ...command, kind: 'ANNUAL', reviewId: 'rev_planned' }, state, context, facts))
        .then({ ...asPlanned, data: { ...asPlanned.data, kind: 'ANNUAL' } });
    });

    it('is refused when nobody planned the one named', () => {
      given(...active)
        .when((state) => holdReview({ ...command, reviewId: 'rev_planned' }, state, context, facts))
        .thenRejected('REVIEW_UNKNOWN');
    });

    it('is refused when the one named has been held', () => {
      given(...active, reviewHeld)
        .when((state) => holdReview({ ...command, reviewId: 'rev_held' }, state, context, facts))
        .thenRejected('REVIEW_ALREADY_HELD');
    });
  });

  it('is refused as a repetition of the same kind on the same day, but not of another kind', () => {
    given(...active, held)
      .when((state) => holdReview(command, state, context, facts))
      .thenRejected('REVIEW_DUPLICATE', ['REVIEW_DUPLICATE']);
    given(...active, held)
      .when((state) => holdReview({ ...command, kind: 'ANNUAL' }, state, context, facts))
      .then({ ...held, data: { ...held.data, kind: 'ANNUAL' } });
  });

  it('states how the open actions stand, and warns when one is done in words only', () => {
    const openActionStatus = [{ actionId: 'act_review', status: 'COMPLETED' }] as const;
    const decision = given(...active, reviewHeld, actionAgreedInReview).when((state) =>
      holdReview({ ...command, openActionStatus }, state, context, facts),
    );
    decision.then({ ...held, data: { ...held.data, openActionStatus } });
    decision.thenWarned('ACTION_STILL_OPEN');
  });

  it('needs no word on an action that was done before, but on one that was done after it', () => {
    const history = [...active, reviewHeld, actionAgreedInReview, actionCompleted];
    given(...history)
      .when((state) => holdReview(command, state, context, facts))
      .then(held);
    given(...history)
      .when((state) => holdReview({ ...command, heldOn: '2026-03-19' }, state, context, facts))
      .thenRejected('OPEN_ACTIONS_NOT_REPORTED', ['OPEN_ACTIONS_NOT_REPORTED:act_review']);
  });

  it('is refused before the partnership began', () => {
    given(...active)
      .when((state) => holdReview({ ...command, heldOn: '2026-01-04' }, state, context, facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => holdReview(command, state, context, facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => holdReview(command, state, context, facts))
      .thenRejected('NOT_FOUND');
  });
});
