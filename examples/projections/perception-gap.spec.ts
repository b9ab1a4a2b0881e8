import { partnershipEventSamples, projectionSpecification } from '#analytics/testing';
import projection, { type PerceptionGap } from './perception-gap.js';

const { given } = projectionSpecification(projection, 'partnership-prt_1');
const { PartnerScoresSubmitted, ReviewHeld, ReviewScheduled } = partnershipEventSamples;

const own = { strategicFit: 4, results: 3, delivery: 4, communication: 5, trust: 4 };
const partner = { strategicFit: 4, results: 3, delivery: 2, communication: 4, trust: 5 };
const oneSided: PerceptionGap = {
  id: 'rev_held',
  partnershipId: 'prt_1',
  heldOn: '2026-02-16',
  quarter: '2026-Q1',
  kind: 'ANNUAL',
  outcome: 'CONTINUE',
  managerId: 'mgr_1',
  own: 4,
  scores: { own },
};

describe('the perception gap', () => {
  it('is not there as long as only one side has scored', () => {
    given(ReviewScheduled, ReviewHeld).then({ rev_held: oneSided });
  });

  it('is there when both sides score in the review', () => {
    given({ ...ReviewHeld, data: { ...ReviewHeld.data, scoresPartner: partner } }).then({
      rev_held: {
        ...oneSided,
        partner: 3.6,
        gap: 0.4,
        distance: 0.4,
        happierSide: 'OWN',
        widestDimension: 'delivery',
        partnerAnsweredAfterDays: 0,
        scores: { own, partner },
      },
    });
  });

  it('is there when the partner side answers later, with the days that took', () => {
    const better = { strategicFit: 5, results: 5, delivery: 5, communication: 5, trust: 5 };
    given(ReviewHeld, { ...PartnerScoresSubmitted, data: { ...PartnerScoresSubmitted.data, scores: better } }).then({
      rev_held: {
        ...oneSided,
        partner: 5,
        gap: -1,
        distance: 1,
        happierSide: 'PARTNER',
        widestDimension: 'results',
        partnerAnsweredAfterDays: 7,
        scores: { own, partner: better },
      },
    });
  });

  it('is zero, and nobody happier, when both sides agree', () => {
    given({ ...ReviewHeld, data: { ...ReviewHeld.data, scoresPartner: own } }).then({
      rev_held: {
        ...oneSided,
        partner: 4,
        gap: 0,
        distance: 0,
        partnerAnsweredAfterDays: 0,
        scores: { own, partner: own },
      },
    });
  });

  it('has no manager where an imported partnership had none, and no means where nobody scored', () => {
    const { partnerManagerId: _, scoresOwn: __, ...data } = ReviewHeld.data;
    const { managerId: ___, own: ____, ...unscored } = oneSided;
    given({ ...ReviewHeld, data }).then({ rev_held: { ...unscored, scores: {} } });
  });

  it('has nothing to say of scores for a review it never saw', () => {
    given(PartnerScoresSubmitted).then({});
  });
});
