import type { PartnershipEventNamed } from '../events.js';

/** The first quarterly review is planned. */
export const reviewScheduled: PartnershipEventNamed<'ReviewScheduled'> = {
  type: 'ReviewScheduled',
  occurredOn: '2026-02-09',
  data: {
    reviewId: 'rev_planned',
    kind: 'QUARTERLY',
    plannedOn: '2026-03-16',
    agenda: 'Pipeline, training, price list.',
  },
};

/** Both sides met; the partner side has not scored yet. */
export const reviewHeld: PartnershipEventNamed<'ReviewHeld'> = {
  type: 'ReviewHeld',
  occurredOn: '2026-02-16',
  data: {
    reviewId: 'rev_held',
    kind: 'ANNUAL',
    heldOn: '2026-02-16',
    participants: [
      { side: 'OWN', personId: 'prs_own' },
      { side: 'PARTNER', personId: 'prs_partner' },
    ],
    responsibleContactOwn: 'prs_own',
    responsibleContactPartner: 'prs_partner',
    partnerManagerId: 'mgr_1',
    scoresOwn: { strategicFit: 4, results: 3, delivery: 4, communication: 5, trust: 4 },
    outcome: 'CONTINUE',
    openActionStatus: [],
    nextReviewOn: '2026-05-17',
    oneSided: false,
    summary: { keyId: 'key_review', ciphertext: 'c2VhbGVkIHJldmlldw==' },
  },
};

/** The partner side scores the review a week later. */
export const partnerScoresSubmitted: PartnershipEventNamed<'PartnerScoresSubmitted'> = {
  type: 'PartnerScoresSubmitted',
  occurredOn: '2026-02-23',
  data: {
    reviewId: 'rev_held',
    scores: { strategicFit: 4, results: 3, delivery: 3, communication: 4, trust: 5 },
    submittedBy: 'prs_partner',
    submittedOn: '2026-02-23',
  },
};

/** The planned review falls through. */
export const reviewCancelled: PartnershipEventNamed<'ReviewCancelled'> = {
  type: 'ReviewCancelled',
  occurredOn: '2026-03-09',
  data: { reviewId: 'rev_planned', reason: 'Moved into the annual review.' },
};
