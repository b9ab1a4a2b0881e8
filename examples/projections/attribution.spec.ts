import { partnershipEventSamples, projectionSpecification } from '#analytics/testing';
import projection, { type Attribution } from './attribution.js';

const { given } = projectionSpecification(projection, 'partnership-prt_1');
const { BusinessResultRecorded } = partnershipEventSamples;
const { revenue: _, ...withoutRevenue } = BusinessResultRecorded.data;

const unpaid: Attribution = {
  id: 'res_deal',
  partnershipId: 'prt_1',
  attribution: 'SOURCED',
  kind: 'JOINT_DEAL_WON',
  earned: true,
  newCustomer: true,
  occurredOn: '2026-03-18',
  quarter: '2026-Q1',
  quantity: 1,
};
const margin = {
  amountCents: 500_000,
  currency: 'EUR',
  reportingCents: 500_000,
  reportingCurrency: 'EUR',
  fxRate: '1',
  fxDate: '2026-03-18',
};

describe('the attribution of results', () => {
  it('counts revenue in the reporting currency, at the rate of its day', () => {
    given(BusinessResultRecorded).then({ res_deal: { ...unpaid, revenueCents: 3_990_000, currency: 'EUR' } });
  });

  it('counts a margin beside the revenue, or alone', () => {
    given({ ...BusinessResultRecorded, data: { ...BusinessResultRecorded.data, margin } }).then({
      res_deal: { ...unpaid, revenueCents: 3_990_000, marginCents: 500_000, currency: 'EUR' },
    });
    given({ ...BusinessResultRecorded, data: { ...withoutRevenue, margin } }).then({
      res_deal: { ...unpaid, marginCents: 500_000, currency: 'EUR' },
    });
  });

  it('keeps a result without any amount', () => {
    given({ ...BusinessResultRecorded, data: withoutRevenue }).then({ res_deal: unpaid });
  });

  it.each([
    ['JOINT_DEAL_LOST', false],
    ['DEAL_REGISTERED', false],
    ['REFERENCE_GAINED', false],
    ['PROJECT_DELIVERED', true],
  ] as const)('adds up only what was earned: %s', (kind, earned) => {
    given({ ...BusinessResultRecorded, data: { ...BusinessResultRecorded.data, kind } }).then({
      res_deal: { ...unpaid, kind, earned, ...(earned ? { revenueCents: 3_990_000, currency: 'EUR' } : {}) },
    });
  });
});
