import type { PartnershipEventNamed } from '../events.js';

const contract = { documentId: 'doc_contract', sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 182_400 };

/** The reseller agreement of 2026-01-26: two years, three months' notice to month end. */
export const agreementRecorded: PartnershipEventNamed<'AgreementRecorded'> = {
  type: 'AgreementRecorded',
  occurredOn: '2026-01-26',
  data: {
    agreementRef: 'RV-2026-001',
    version: 1,
    kind: 'RESELLER',
    signedOn: '2026-01-26',
    startsOn: '2026-02-01',
    endsOn: '2028-01-31',
    noticeMonths: 3,
    noticeToMonthEnd: true,
    governingLaw: 'DE',
    fileRef: contract,
    signatories: [
      { side: 'OWN', personId: 'prs_own', authority: 'PROKURA' },
      { side: 'PARTNER', personId: 'prs_partner', authority: 'STATUTORY' },
    ],
  },
};

/** The notice period is prolonged to six months. */
export const agreementAmended: PartnershipEventNamed<'AgreementAmended'> = {
  type: 'AgreementAmended',
  occurredOn: '2026-03-02',
  data: {
    ...agreementRecorded.data,
    version: 2,
    signedOn: '2026-03-02',
    startsOn: '2026-04-01',
    noticeMonths: 6,
    reason: 'Longer planning horizon for both sides.',
  },
};

/** The two years are followed by two more. */
export const agreementRenewed: PartnershipEventNamed<'AgreementRenewed'> = {
  type: 'AgreementRenewed',
  occurredOn: '2026-03-16',
  data: {
    ...agreementAmended.data,
    version: 3,
    signedOn: '2026-03-16',
    startsOn: '2028-02-01',
    endsOn: '2030-01-31',
    autoRenewMonths: 12,
  },
};

/** The plan for the first year, with an exit strategy. */
export const relationshipPlanAdopted: PartnershipEventNamed<'RelationshipPlanAdopted'> = {
  type: 'RelationshipPlanAdopted',
  occurredOn: '2026-01-28',
  data: {
    planVersion: 1,
    objectives: [
      {
        key: 'NEW_CUSTOMER_REVENUE',
        unit: 'EUR',
        target: '50000',
        from: '2026-02-01',
        to: '2026-12-31',
        ownerSide: 'PARTNER',
      },
    ],
    governance: { levels: ['Responsible contacts, monthly', 'Head of partnering and sponsor, twice a year'] },
    risks: ['One salesperson carries the whole pipeline.'],
    exitStrategy: {
      triggers: ['No joint deal in two years'],
      transitionRules: 'Joint customers choose who looks after them.',
    },
    confirmedByPartnerOn: '2026-01-30',
  },
};
