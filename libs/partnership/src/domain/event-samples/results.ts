import type { PartnershipEventNamed } from '../events.js';

/** A deal with a new customer in Switzerland that the partner brought. */
export const businessResultRecorded: PartnershipEventNamed<'BusinessResultRecorded'> = {
  type: 'BusinessResultRecorded',
  occurredOn: '2026-03-18',
  data: {
    resultId: 'res_deal',
    kind: 'JOINT_DEAL_WON',
    attribution: 'SOURCED',
    revenue: {
      amountCents: 3_800_000,
      currency: 'CHF',
      reportingCents: 3_990_000,
      reportingCurrency: 'EUR',
      fxRate: '1.050000',
      fxDate: '2026-03-17',
    },
    newCustomer: true,
    quantity: 1,
    customerRef: 'crm-account-4711',
    externalRef: 'crm-deal-0815',
  },
};
