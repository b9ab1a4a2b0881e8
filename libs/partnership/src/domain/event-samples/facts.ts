import type { ManagerFacts, PersonFacts } from '#directory/domain';
import type { ProgrammeVersionFacts, Requirement, Tier } from '#programme/domain';

// What other contexts say about the sample partnership: the facts specs pass to decisions.

/** The own side's contact. */
export const ownPerson: PersonFacts = { personId: 'prs_own', side: 'OWN', erased: false };

/** The partner side's contact, of company `cmp_1`. */
export const partnerPerson: PersonFacts = {
  personId: 'prs_partner',
  side: 'PARTNER',
  companyId: 'cmp_1',
  erased: false,
};

/** The partner manager of the partnership. */
export const manager: ManagerFacts = {
  managerId: 'mgr_1',
  userId: 'jana',
  active: true,
  capacity: 10,
  absences: [],
};

const requirement: Requirement = {
  key: 'NDA',
  kind: 'DOCUMENT',
  appliesAt: 'ACTIVATION',
  mandatory: true,
  graceDays: 90,
  description: 'Non-disclosure agreement',
};

const tier: Tier = {
  key: 'REGISTERED',
  rank: 1,
  cadenceDays: 180,
  rhythmDays: 45,
  resultTarget: { metric: 'NEW_CUSTOMER_REVENUE', value: 5_000_000, windowDays: 365 },
  sponsorRequired: false,
  planRequired: false,
};

/** Version 1 of the sales programme `prg_1`: agreement, NDA and a sales certificate at activation; SILVER demands a plan. */
export const salesProgramme: ProgrammeVersionFacts = {
  retired: false,
  version: {
    programmeId: 'prg_1',
    version: 1,
    category: 'SALES',
    name: 'Sales partners',
    effectiveFrom: '2025-01-01',
    tiers: [tier, { ...tier, key: 'SILVER', rank: 2, cadenceDays: 90, rhythmDays: 30, planRequired: true }],
    requirements: [
      { ...requirement, key: 'AGREEMENT', description: 'Signed agreement' },
      requirement,
      {
        ...requirement,
        key: 'SALES_CERT',
        kind: 'CERTIFICATION',
        threshold: 1,
        validityDays: 730,
        description: 'Sales certificate',
      },
      {
        ...requirement,
        key: 'RATING',
        kind: 'RATING_MIN',
        appliesAt: 'ONGOING',
        threshold: 4,
        description: 'Customer rating',
      },
    ],
    rules: { ownContactMayBePartnerManager: true, internalBriefingRequired: false, minReviewDimensions: 5 },
  },
};
