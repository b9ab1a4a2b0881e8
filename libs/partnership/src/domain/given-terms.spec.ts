import { offeredTerms } from './event-samples/termination.js';
import { frozenTerms } from './given-terms.js';

const settled = { ...offeredTerms, finalSettlement: { ...offeredTerms.finalSettlement, amount: chf('0.950000') } };

function chf(fxRate?: string) {
  return { amountCents: 1_000_000, currency: 'CHF', ...(fxRate === undefined ? {} : { fxRate }) };
}

describe('The amounts in the terms of an offer', () => {
  it('are converted at the rate of the day of the offer, so that both sides consent to the same figures', () => {
    expect(frozenTerms(settled, 'EUR', '2026-03-02')).toEqual({
      terms: {
        ...offeredTerms,
        finalSettlement: {
          ...offeredTerms.finalSettlement,
          amount: {
            amountCents: 1_000_000,
            currency: 'CHF',
            reportingCents: 950_000,
            reportingCurrency: 'EUR',
            fxRate: '0.950000',
            fxDate: '2026-03-02',
          },
        },
      },
    });
  });

  it('may be absent, and so may whole terms: the decision names what is missing', () => {
    expect(frozenTerms(offeredTerms, 'EUR', '2026-03-02')).toEqual({ terms: offeredTerms });
    expect(frozenTerms({}, 'EUR', '2026-03-02')).toEqual({ terms: {} });
  });

  it('need a rate in any currency but the reporting one', () => {
    const terms = { compensationClause: { ...offeredTerms.compensationClause, amount: chf() } };
    expect(frozenTerms(terms, 'EUR', '2026-03-02')).toMatchObject({
      refusal: {
        rejection: {
          code: 'CURRENCY_RATE_MISSING',
          details: [{ path: 'terms.compensationClause.amount.fxRate' }],
        },
      },
    });
  });
});
