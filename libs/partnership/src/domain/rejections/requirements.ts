/** When the commands of the chapter "requirements" are refused (domain.md 2.7, 2.8). */
export const requirementsRejections = {
  REQUIREMENT_UNKNOWN:
    'The programme version in which the partnership is enrolled has no requirement with this key, or it is not enrolled.',
  EVIDENCE_EXPIRED: 'The evidence had already expired on the day on which it is recorded.',
  EVIDENCE_UNKNOWN: 'The partnership has no evidence with this id.',
  FOUR_EYES_REQUIRED: 'The decision needs a head of partnering who is not the one who asked for it.',
} as const;
