/** When the commands of the chapter "lifecycle" are refused (domain.md 2.7, 2.8). */
export const lifecycleRejections = {
  PARTNERSHIP_ALREADY_OPEN:
    'The company already has a partnership in this category that has not ended (I-02), or the predecessor has not ended.',
  COMPANY_UNKNOWN: 'No partner company is registered under this id.',
  CATEGORY_MISMATCH: 'The programme version is for another partner category than the partnership (I-07).',
  PROGRAMME_RETIRED: 'The programme version is retired and takes no new enrolments (I-22).',
  PARTNER_MANAGER_MISSING: 'The partnership has no partner manager on that day.',
  TIER_UNKNOWN: 'The enrolled programme version has no tier with this key.',
  ONBOARDING_INCOMPLETE:
    'Preconditions of activation are missing; `details` names every one of them (G-ACT, domain.md 2.3).',
} as const;
