import { frozenMoney, toReportingCents } from './money.js';

describe('money', () => {
  it.each([
    ['the same currency', 4_800_000, '1.000000', 4_800_000],
    ['an exact product', 10_000, '0.5', 5_000],
    ['just below a half goes down', 1, '0.499999', 0],
    ['a half goes up', 1, '0.5', 1],
    ['a half of an odd amount goes up', 3, '0.5', 2],
    ['a half of a credit goes away from zero', -3, '0.5', -2],
    ['just below a half of a credit goes towards zero', -1, '0.499999', 0],
    ['nothing stays nothing', 0, '0.912345', 0],
    ['six decimals count', 100_000_000, '0.912345', 91_234_500],
    ['a binary fraction would say 100', 100, '1.005', 101],
    ['a cheap currency', 1_000_000, '0.000001', 1],
    ['the largest amount keeps its last cent', 9_007_199_254_740_991, '1', 9_007_199_254_740_991],
  ])('%s', (_case, amountCents, fxRate, expected) => {
    expect(toReportingCents(amountCents, fxRate)).toBe(expected);
  });

  it.each([
    ['half a cent', 0.5, '1'],
    ['an amount beyond exact integers', 2 ** 53, '1'],
    ['a result beyond exact integers', 9_007_199_254_740_991, '1.000001'],
    ['a rate of zero', 100, '0.000000'],
    ['a negative rate', 100, '-1'],
    ['seven decimals', 100, '0.1234567'],
    ['a decimal comma', 100, '0,91'],
    ['an empty rate', 100, ''],
  ])('does not convert %s', (_case, amountCents, fxRate) => {
    expect(toReportingCents(amountCents, fxRate)).toBeUndefined();
  });

  it('freezes an amount in the reporting currency at the rate one of the day', () => {
    expect(frozenMoney({ amountCents: 4_800_000, currency: 'EUR' }, 'EUR', '2025-05-20')).toEqual({
      money: {
        amountCents: 4_800_000,
        currency: 'EUR',
        reportingCents: 4_800_000,
        reportingCurrency: 'EUR',
        fxRate: '1.000000',
        fxDate: '2025-05-20',
      },
    });
  });

  it('freezes a foreign amount with the rate and its day, written with six decimals', () => {
    const given = { amountCents: 100_005, currency: 'CHF', fxRate: '01.05', fxDate: '2026-03-30' };
    expect(frozenMoney(given, 'EUR', '2026-03-31')).toEqual({
      money: {
        amountCents: 100_005,
        currency: 'CHF',
        reportingCents: 105_005,
        reportingCurrency: 'EUR',
        fxRate: '1.050000',
        fxDate: '2026-03-30',
      },
    });
  });

  it.each([
    ['a foreign amount without a rate', { amountCents: 1, currency: 'CHF' }, 'CURRENCY_RATE_MISSING', 'fxRate'],
    ['a rate that is none', { amountCents: 1, currency: 'CHF', fxRate: 'one' }, 'VALIDATION_FAILED', 'fxRate'],
    [
      'another rate than one at home',
      { amountCents: 1, currency: 'EUR', fxRate: '1.1' },
      'VALIDATION_FAILED',
      'fxRate',
    ],
    ['parts of a cent', { amountCents: 1.5, currency: 'EUR' }, 'VALIDATION_FAILED', 'amountCents'],
  ])('refuses %s', (_case, given, code, field) => {
    expect(frozenMoney(given, 'EUR', '2026-03-31')).toMatchObject({ refusal: { code, field } });
  });
});
