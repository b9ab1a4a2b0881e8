import type { PartnershipEventNamed } from '../events.js';

/** Elbtakt considers a sales partnership with company `cmp_1`. */
export const partnershipProposed: PartnershipEventNamed<'PartnershipProposed'> = {
  type: 'PartnershipProposed',
  occurredOn: '2026-01-05',
  data: {
    companyId: 'cmp_1',
    category: 'SALES',
    strategicRationale: 'Reach into the mid-market of northern Germany.',
  },
};

/** The same partnership taken over from an old CRM, active for years. */
export const partnershipImported: PartnershipEventNamed<'PartnershipImported'> = {
  type: 'PartnershipImported',
  occurredOn: '2026-01-05',
  data: {
    companyId: 'cmp_1',
    category: 'SALES',
    openingState: 'ACTIVE',
    originalStartOn: '2019-05-06',
    importedOn: '2026-01-05',
    lastActivityOn: '2025-06-14',
    sourceSystem: 'SALESFORCE',
    sourceRecordId: '001A000001',
    batchId: 'imp_1',
    rowNo: 3,
    unknownFields: ['agreement', 'tier'],
  },
};

/** Enrolled in version 1 of the sales programme. */
export const onboardingBegun: PartnershipEventNamed<'OnboardingBegun'> = {
  type: 'OnboardingBegun',
  occurredOn: '2026-01-12',
  data: { programmeId: 'prg_1', programmeVersion: 1, targetActivationOn: '2026-02-02' },
};

/** Live as REGISTERED: both contacts, manager, programme, agreement and evidence are there. */
export const partnershipOnboarded: PartnershipEventNamed<'PartnershipOnboarded'> = {
  type: 'PartnershipOnboarded',
  occurredOn: '2026-02-02',
  data: {
    activatedOn: '2026-02-02',
    tier: 'REGISTERED',
    responsibleContactOwn: 'prs_own',
    responsibleContactPartner: 'prs_partner',
    partnerManagerId: 'mgr_1',
    programmeVersion: 1,
    guardResults: [{ code: 'CONTACT_MISSING_OWN', ok: true, basis: 'prs_own is responsible on 2026-02-02' }],
  },
};

/** Given up because the other company never answered. */
export const partnershipAbandoned: PartnershipEventNamed<'PartnershipAbandoned'> = {
  type: 'PartnershipAbandoned',
  occurredOn: '2026-03-16',
  data: { reasonCode: 'NO_RESPONSE', note: 'No answer to three invitations.' },
};
