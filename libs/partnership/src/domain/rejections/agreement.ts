/** When the commands of the chapter "agreement" are refused (domain.md 2.7, 2.8). */
export const agreementRejections = {
  SIGNED_AFTER_START_WITHOUT_REASON: 'The agreement starts before it was signed, and no reason is given for that.',
  AGREEMENT_UNKNOWN: 'No agreement with this reference is recorded for the partnership.',
  PLAN_WITHOUT_EXIT_STRATEGY: 'The tier demands a relationship plan with an exit strategy, and this one has none.',
} as const;
