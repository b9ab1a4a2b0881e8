/** When the commands of the chapter "reviews" are refused (domain.md 2.7, 2.8). */
export const reviewsRejections = {
  REVIEW_ALREADY_SCHEDULED: 'A review of the same kind is planned within 14 days before or after the wanted date.',
  REVIEW_UNKNOWN: 'The partnership has no such review, or it is not in the state the command needs.',
  REVIEW_ALREADY_HELD: 'The review has been held: it can no longer be cancelled or held again.',
  REVIEW_DUPLICATE: 'A review of the same kind has already been held on the same day.',
  PARTICIPANT_SIDE_MISSING: 'Not both sides took part, and the kind of review does not allow that (I-09).',
  SCORE_OUT_OF_RANGE:
    'A score is not an integer from 1 to 5, or a side scored only some of the five dimensions (I-10).',
  OPEN_ACTIONS_NOT_REPORTED:
    'The review does not state the status of every action open from earlier reviews; `details` names each (I-11).',
  SCORES_ALREADY_GIVEN: 'The partner side has already scored this review.',
  WINDOW_CLOSED: 'The partner side may score a review up to 30 days after it was held, and that time has passed.',
} as const;
