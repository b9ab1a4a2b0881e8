import type { PartnerCategory, ProgrammeContent, Requirement, Tier } from './programme-version.js';

const YEAR = 365;
const TWO_YEARS = 730;
/** The longest quarter: what is reported quarterly is at most this old. */
const QUARTER = 92;
/** About one review cycle of grace, as programmes in public practice give it (domain.md 2.5). */
const GRACE = 90;

const rules = { ownContactMayBePartnerManager: true, internalBriefingRequired: false, minReviewDimensions: 5 } as const;

const agreement = document('AGREEMENT', 'A signed partner agreement.');
const nonDisclosure = document('NDA', 'A signed non-disclosure agreement.');

/**
 * The reference programmes of domain.md 2.5 without ids, ready for DraftProgramme. Requirements that the table names and the
 * demo story (section 6) has no facts for are not mandatory, and no tier requires a sponsor or a plan: otherwise they would
 * count in health scores and raise warnings that the story does not have. Money is in cents of the reporting currency.
 */
export const referenceProgrammes: Readonly<Record<PartnerCategory, ProgrammeContent>> = {
  SALES: {
    category: 'SALES',
    name: 'Sales partner programme',
    effectiveFrom: '2023-10-01',
    tiers: [
      tier('REGISTERED', 1, 'NEW_CUSTOMER_REVENUE', 5_000_000),
      tier('SILVER', 2, 'NEW_CUSTOMER_REVENUE', 15_000_000),
      tier('GOLD', 3, 'NEW_CUSTOMER_REVENUE', 50_000_000),
    ],
    requirements: [
      ...alwaysFromActivation(agreement),
      ...alwaysFromActivation(nonDisclosure),
      ...alwaysFromActivation(salesCertificates(1)),
      fromTier('SILVER', salesCertificates(2)),
      fromTier('GOLD', salesCertificates(4)),
      fromTier('SILVER', {
        ...base('BUSINESS_PLAN', 'PLAN', 'A joint business plan for the year.'),
        validityDays: YEAR,
      }),
    ],
    rules,
  },
  TECHNOLOGY: {
    category: 'TECHNOLOGY',
    name: 'Technology partner programme',
    effectiveFrom: '2023-10-01',
    tiers: [tier('BASE', 1, 'JOINT_DEALS', 1), tier('ADVANCED', 2, 'JOINT_DEALS', 3)],
    requirements: [
      ...alwaysFromActivation(agreement),
      ...alwaysFromActivation(nonDisclosure),
      ...alwaysFromActivation({
        ...base('INTEGRATION_VALIDATED', 'VALIDATION', 'The integration is validated for the present product version.'),
        validityDays: YEAR,
      }),
      { ...technicalContacts(), appliesAt: 'ONGOING', mandatory: false },
      fromTier('ADVANCED', technicalContacts()),
      fromTier('ADVANCED', {
        ...base('ROADMAP_EXCHANGE', 'DOCUMENT', 'Minutes of an exchange on both roadmaps in the last 180 days.'),
        validityDays: 180,
        mandatory: false,
      }),
      fromTier('ADVANCED', {
        ...base('JOINT_REFERENCE', 'RESULT_MIN', 'A customer who is a reference for both.'),
        threshold: 1,
        mandatory: false,
      }),
    ],
    rules,
  },
  SERVICE: {
    category: 'SERVICE',
    name: 'Service partner programme',
    effectiveFrom: '2023-10-01',
    tiers: [tier('BASE', 1, 'JOINT_PROJECTS', 2), tier('CERTIFIED', 2, 'JOINT_PROJECTS', 6)],
    requirements: [
      ...alwaysFromActivation(agreement),
      ...alwaysFromActivation(nonDisclosure),
      ...alwaysFromActivation(document('DPA_AVV', 'A signed data processing agreement (AVV).')),
      ...alwaysFromActivation(certifiedConsultants(2)),
      ...alwaysFromActivation({
        ...document('INSURANCE', 'A liability insurance for the running year.'),
        validityDays: YEAR,
      }),
      fromTier('CERTIFIED', certifiedConsultants(5)),
      {
        ...base(
          'CUSTOMER_RATING',
          'RATING_MIN',
          'A mean customer rating of at least 4.0 over at least three projects.',
        ),
        appliesAt: 'ONGOING',
        threshold: 4,
        minCount: 3,
        mandatory: false,
      },
      fromTier('CERTIFIED', {
        ...base('SERVICE_LEVEL_REPORT', 'SERVICE_LEVEL', 'The service level is reported every quarter.'),
        threshold: 0,
        validityDays: QUARTER,
        mandatory: false,
      }),
    ],
    rules,
  },
};

/** A requirement before it is said when it is due. */
type Unplaced = Omit<Requirement, 'appliesAt' | 'tierKey'>;

/** The lowest tier of each programme is looked after half as often as the others. */
function tier(key: string, rank: number, metric: string, value: number): Tier {
  return {
    key,
    rank,
    cadenceDays: rank === 1 ? 180 : 90,
    rhythmDays: rank === 1 ? 45 : 30,
    resultTarget: { metric, value, windowDays: YEAR },
    sponsorRequired: false,
    planRequired: false,
  };
}

function base(key: string, kind: Requirement['kind'], description: string): Unplaced {
  return { key, kind, mandatory: true, graceDays: GRACE, description };
}

function document(key: string, description: string): Unplaced {
  return base(key, 'DOCUMENT', description);
}

function salesCertificates(threshold: number): Unplaced {
  const description = 'People of the partner with a sales certificate; a certificate is valid for 24 months.';
  return { ...base('SALES_CERT', 'CERTIFICATION', description), threshold, validityDays: TWO_YEARS };
}

function certifiedConsultants(threshold: number): Unplaced {
  const description = 'Consultants of the partner with a certificate; a certificate is valid for 24 months.';
  return { ...base('CERT_CONSULTANTS', 'CERTIFICATION', description), threshold, validityDays: TWO_YEARS };
}

function technicalContacts(): Unplaced {
  return { ...base('TECH_CONTACT', 'NAMED_ROLE', 'A technical contact on each of the two sides.'), threshold: 2 };
}

/** Needed for activation, and still needed afterwards. */
function alwaysFromActivation(requirement: Unplaced): readonly Requirement[] {
  return [
    { ...requirement, appliesAt: 'ACTIVATION' },
    { ...requirement, appliesAt: 'ONGOING' },
  ];
}

function fromTier(tierKey: string, requirement: Unplaced): Requirement {
  return { ...requirement, appliesAt: 'TIER', tierKey };
}
