import type { PersonFacts } from '#directory/domain';

/**
 * The persons of the specs: `prs_own` and `prs_partner` are the responsible contacts, `prs_gone` left the partner company
 * on 2026-02-01, `prs_other` works for another partner company, `prs_erased` had the data erased.
 */
export const persons: Readonly<Record<string, PersonFacts>> = {
  prs_own: { personId: 'prs_own', side: 'OWN', erased: false },
  prs_partner: { personId: 'prs_partner', side: 'PARTNER', companyId: 'cmp_1', erased: false },
  prs_gone: { personId: 'prs_gone', side: 'PARTNER', companyId: 'cmp_1', leftOn: '2026-02-01', erased: false },
  prs_other: { personId: 'prs_other', side: 'PARTNER', companyId: 'cmp_2', erased: false },
  prs_erased: { personId: 'prs_erased', side: 'PARTNER', companyId: 'cmp_1', erased: true },
};
