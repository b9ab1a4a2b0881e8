import type { CalendarDate } from '#calendar';

/** An amount with its frozen conversion, as it stands in events (domain.md 2.1, value types). */
export interface Money {
  /** Hundredths of the currency's unit. */
  readonly amountCents: number;
  /** ISO 4217. */
  readonly currency: string;
  /** The amount in hundredths of the reporting currency's unit. */
  readonly reportingCents: number;
  readonly reportingCurrency: string;
  /** What one unit of `currency` cost in the reporting currency on `fxDate`, with six decimals. */
  readonly fxRate: string;
  readonly fxDate: CalendarDate;
}

/** An amount as a command brings it. The rate is needed for any currency but the reporting one; its date defaults. */
export interface MoneyGiven {
  /** Hundredths of the currency's unit; negative for a credit. */
  readonly amountCents: number;
  /** ISO 4217. */
  readonly currency: string;
  /** What one unit of `currency` costs in the reporting currency: decimal with up to six places, a dot between. */
  readonly fxRate?: string;
  /** The day of the rate; by default the day of the event. */
  readonly fxDate?: CalendarDate;
}

/** Why an amount cannot be converted; `field` is the field of {@link MoneyGiven} that is wrong. */
export interface MoneyRefusal {
  readonly code: 'CURRENCY_RATE_MISSING' | 'VALIDATION_FAILED';
  readonly message: string;
  readonly field: keyof MoneyGiven;
}

const RATE_SCALE = 1_000_000n;
const ONE = '1.000000';

/**
 * An amount with its conversion frozen, so that a replay never changes it (domain.md 2.1, value types; decision D5).
 * `on` is the day of the event. Refuses a foreign amount without a rate, a rate that is none, and what does not fit.
 */
export function frozenMoney(
  given: MoneyGiven,
  reportingCurrency: string,
  on: CalendarDate,
): { readonly money: Money } | { readonly refusal: MoneyRefusal } {
  const { amountCents, currency, fxDate = on } = given;
  const isReporting = currency === reportingCurrency;
  const stated = given.fxRate ?? (isReporting ? ONE : undefined);
  if (stated === undefined)
    return refused('CURRENCY_RATE_MISSING', 'fxRate', `State what one ${currency} costs in ${reportingCurrency}.`);
  const fxRate = normalRate(stated);
  if (fxRate === undefined)
    return refused('VALIDATION_FAILED', 'fxRate', `"${stated}" is no rate. Write it like 0.912345, above zero.`);
  if (isReporting && fxRate !== ONE)
    return refused('VALIDATION_FAILED', 'fxRate', `${currency} is the reporting currency: leave the rate out.`);
  const reportingCents = toReportingCents(amountCents, fxRate);
  if (reportingCents === undefined)
    return refused(
      'VALIDATION_FAILED',
      'amountCents',
      'The amount must be whole cents, at most 2^53 - 1 after conversion.',
    );
  return { money: { amountCents, currency, reportingCents, reportingCurrency, fxRate, fxDate } };
}

/**
 * Cents of one currency in cents of another, rounded half up in integer arithmetic; a half goes away from zero, so that
 * a credit cancels its invoice. `undefined` when the amount is not an exact integer, the rate no rate, or the result too large.
 */
export function toReportingCents(amountCents: number, fxRate: string): number | undefined {
  const rate = scaledRate(fxRate);
  if (!Number.isSafeInteger(amountCents) || rate === undefined) return undefined;
  const cents = Number(divideHalfUp(BigInt(amountCents) * rate, RATE_SCALE));
  return Number.isSafeInteger(cents) ? cents : undefined;
}

function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
}

function scaledRate(rate: string): bigint | undefined {
  if (rate === ONE) return RATE_SCALE; // nearly every amount: it is given in the reporting currency
  const match = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(rate);
  if (match === null) return undefined;
  const [, units = '', decimals = ''] = match;
  const scaled = BigInt(units) * RATE_SCALE + BigInt(decimals.padEnd(6, '0'));
  return scaled === 0n ? undefined : scaled;
}

function normalRate(rate: string): string | undefined {
  const scaled = scaledRate(rate);
  if (scaled === undefined) return undefined;
  return `${String(scaled / RATE_SCALE)}.${String(scaled % RATE_SCALE).padStart(6, '0')}`;
}

function refused(
  code: MoneyRefusal['code'],
  field: MoneyRefusal['field'],
  message: string,
): { readonly refusal: MoneyRefusal } {
  return { refusal: { code, field, message } };
}
