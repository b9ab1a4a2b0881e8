import { indexesOf, openInProcessDocumentStore } from '#document-store';
import { projectionSpecification } from '#event-sourcing/testing';
import type { Actor } from '#identity';
import {
  partnerScoresSubmitted,
  reviewCancelled,
  reviewHeld,
  reviewScheduled,
} from '../../domain/event-samples/reviews.js';
import type { PartnershipEventNamed } from '../../domain/events.js';
import { reviewCalendar } from './review-calendar.js';
import { Review, reviewOverdueDays } from './review.js';
import { reviewsFilter, reviewsVisibleTo, type ReviewsWanted } from './reviews-wanted.js';

const { given } = projectionSpecification(reviewCalendar, 'partnership-prt_1');

const planned: Review = {
  id: 'rev_planned',
  partnershipId: 'prt_1',
  kind: 'QUARTERLY',
  status: 'PLANNED',
  takesPlaceOn: '2026-03-16',
  plannedOn: '2026-03-16',
  agenda: 'Pipeline, training, price list.',
  participants: [],
  missingPartnerScores: false,
};
const held: Review = {
  id: 'rev_held',
  partnershipId: 'prt_1',
  kind: 'ANNUAL',
  status: 'HELD',
  takesPlaceOn: '2026-02-16',
  heldOn: '2026-02-16',
  outcome: 'CONTINUE',
  managerId: 'mgr_1',
  responsibleContactOwn: { side: 'OWN', personId: 'prs_own' },
  responsibleContactPartner: { side: 'PARTNER', personId: 'prs_partner' },
  participants: [
    { side: 'OWN', personId: 'prs_own' },
    { side: 'PARTNER', personId: 'prs_partner' },
  ],
  oneSided: false,
  scoresOwn: { strategicFit: 4, results: 3, delivery: 4, communication: 5, trust: 4 },
  meanScoreOwn: 4,
  missingPartnerScores: true,
  nextReviewOn: '2026-05-17',
  sealedSummary: { keyId: 'key_review', ciphertext: 'c2VhbGVkIHJldmlldw==' },
};

describe('the review calendar', () => {
  it('shows a planned review', () => {
    given(reviewScheduled).then({ rev_planned: planned });
  });

  it('shows a review that nobody planned, and misses the scores of the partner side', () => {
    given(reviewHeld).then({ rev_held: held });
  });

  it('keeps the plan of a review that was held on another day', () => {
    const heldAsPlanned: PartnershipEventNamed<'ReviewHeld'> = {
      ...reviewHeld,
      data: { ...reviewHeld.data, reviewId: 'rev_planned' },
    };
    given(reviewScheduled, heldAsPlanned).then({
      rev_planned: { ...held, id: 'rev_planned', plannedOn: '2026-03-16', agenda: 'Pipeline, training, price list.' },
    });
  });

  it('takes the scores that the partner side gives later', () => {
    given(reviewHeld, partnerScoresSubmitted).then({
      rev_held: {
        ...held,
        missingPartnerScores: false,
        scoresPartner: { strategicFit: 4, results: 3, delivery: 3, communication: 4, trust: 5 },
        meanScorePartner: 3.8,
      },
    });
  });

  it('keeps a review that was called off, with the reason', () => {
    given(reviewScheduled, reviewCancelled).then({
      rev_planned: { ...planned, status: 'CANCELLED', cancelReason: 'Moved into the annual review.' },
    });
  });
});

describe('a review is overdue', () => {
  it.each([
    ['not on its day', planned, '2026-03-16', 0],
    ['a day later by a day', planned, '2026-03-17', 1],
    ['not once it is held', held, '2026-12-31', 0],
    ['not once it is called off', { ...planned, status: 'CANCELLED' }, '2026-12-31', 0],
  ] as const)('%s', (_, review, today, days) => {
    expect(reviewOverdueDays(review, today)).toBe(days);
  });
});

describe('the review calendar narrows to', () => {
  const alone: Review = {
    ...held,
    id: 'rev_alone',
    kind: 'EXIT',
    participants: [{ side: 'OWN', personId: 'prs_own' }],
  };
  const elsewhere: Review = { ...planned, id: 'rev_elsewhere', partnershipId: 'prt_2', plannedOn: '2026-04-01' };
  const reviews = [planned, held, alone, { ...elsewhere, takesPlaceOn: '2026-04-01' }];

  async function idsFound(filter: ReturnType<typeof reviewsFilter>): Promise<readonly string[]> {
    const collection = await openInProcessDocumentStore().collection<Review>('reviews', indexesOf(Review));
    await collection.write(reviews.map((document) => ({ id: document.id, document, position: '1' })));
    return (await collection.find({ filter, limit: 10 })).documents.map(({ id }) => id);
  }

  it.each<readonly [string, ReviewsWanted, readonly string[]]>([
    ['everything', {}, ['rev_alone', 'rev_elsewhere', 'rev_held', 'rev_planned']],
    ['one partnership', { partnershipId: 'prt_2' }, ['rev_elsewhere']],
    ['what is overdue', { overdueOnly: true }, ['rev_planned']],
    ['nothing, if overdue and held', { overdueOnly: true, status: ['HELD'] }, []],
    ['kinds', { kinds: ['EXIT', 'ANNUAL'] }, ['rev_alone', 'rev_held']],
    ['days, both included', { from: '2026-03-16', to: '2026-04-01' }, ['rev_elsewhere', 'rev_planned']],
    ['missing scores', { missingPartnerScores: true, kinds: ['ANNUAL'] }, ['rev_held']],
  ])('%s', async (_, wanted, ids) => {
    expect(await idsFound(reviewsFilter(wanted, '2026-03-31'))).toEqual(ids);
  });

  it('what a partner representative may see: own partnerships, and no review held without the partner side', async () => {
    const representative: Actor = {
      userId: 'nora',
      roles: ['PARTNER_REP'],
      onBehalfOfSide: 'PARTNER',
      partnershipIds: ['prt_1'],
    };
    expect(await idsFound(reviewsVisibleTo(representative))).toEqual(['rev_held', 'rev_planned']);
  });
});
