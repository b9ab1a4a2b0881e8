import type { PartnershipEventNamed } from '../events.js';

/** In the review the partner side promised to train two more people. */
export const actionAgreedInReview: PartnershipEventNamed<'ActionAgreed'> = {
  type: 'ActionAgreed',
  occurredOn: '2026-02-16',
  data: {
    actionId: 'act_review',
    reviewId: 'rev_held',
    text: { keyId: 'key_action', ciphertext: 'c2VhbGVkIGFjdGlvbg==' },
    ownerSide: 'PARTNER',
    ownerPersonId: 'prs_partner',
    agreedOn: '2026-02-16',
    dueOn: '2026-03-31',
  },
};

/** Between reviews the own side promised a price list. */
export const actionAgreedBetweenReviews: PartnershipEventNamed<'ActionAgreed'> = {
  type: 'ActionAgreed',
  occurredOn: '2026-02-20',
  data: {
    actionId: 'act_between',
    text: { keyId: 'key_between', ciphertext: 'c2VhbGVkIHByaWNlIGxpc3Q=' },
    ownerSide: 'OWN',
    ownerPersonId: 'prs_own',
    agreedOn: '2026-02-20',
    dueOn: '2026-03-13',
  },
};

/** The training took place before it was due. */
export const actionCompleted: PartnershipEventNamed<'ActionCompleted'> = {
  type: 'ActionCompleted',
  occurredOn: '2026-03-20',
  data: { actionId: 'act_review', completedOn: '2026-03-20', note: 'Both passed the sales certificate.' },
};

/** The training was moved by a month. */
export const actionReplanned: PartnershipEventNamed<'ActionReplanned'> = {
  type: 'ActionReplanned',
  occurredOn: '2026-03-23',
  data: {
    actionId: 'act_review',
    oldDueOn: '2026-03-31',
    newDueOn: '2026-04-30',
    replanCount: 1,
    reason: 'No seat left in the March course.',
  },
};

/** The price list is no longer wanted. */
export const actionCancelled: PartnershipEventNamed<'ActionCancelled'> = {
  type: 'ActionCancelled',
  occurredOn: '2026-03-02',
  data: { actionId: 'act_between', reason: 'The catalogue replaces the price list.' },
};
