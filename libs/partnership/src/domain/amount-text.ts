import type { Money } from './money.js';

/** An amount as people read it: decimal and currency, `12000.00 EUR`. */
export function amountText({ amountCents, currency }: Pick<Money, 'amountCents' | 'currency'>): string {
  const cents = String(Math.abs(amountCents)).padStart(3, '0');
  return `${amountCents < 0 ? '-' : ''}${cents.slice(0, -2)}.${cents.slice(-2)} ${currency}`;
}
