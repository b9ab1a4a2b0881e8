import type { CalendarDate } from '#calendar';
import { type Rejected, rejected } from '#event-sourcing';
import type { TerminationTerms } from './events/termination-fields.js';
import { frozenMoney, type Money, type MoneyGiven } from './money.js';
import type { EnteredTerms } from './termination-offer.js';

/** A part of the terms with its amount as a command brings it. */
type WithAmountGiven<Part> = Omit<Part, 'amount'> & { readonly amount?: MoneyGiven };

/** The terms of an offer as a command brings them: amounts are not converted yet. */
export type GivenTerms = Omit<EnteredTerms, 'finalSettlement' | 'compensationClause'> & {
  readonly finalSettlement?: WithAmountGiven<TerminationTerms['finalSettlement']>;
  readonly compensationClause?: WithAmountGiven<TerminationTerms['compensationClause']>;
};

type AmountRefused = Rejected<'CURRENCY_RATE_MISSING' | 'VALIDATION_FAILED'>;
type Frozen<Part> =
  | { readonly part: (Omit<Part, 'amount'> & { readonly amount?: Money }) | undefined; readonly refusal?: never }
  | { readonly refusal: AmountRefused; readonly part?: never };

/**
 * The terms with their amounts converted and frozen, so that both sides consent to the same figures. `on` is the day of
 * the offer. Refused as `CURRENCY_RATE_MISSING` or `VALIDATION_FAILED` with the path of the amount.
 */
export function frozenTerms(
  { finalSettlement, compensationClause, ...terms }: GivenTerms,
  reportingCurrency: string,
  on: CalendarDate,
):
  | { readonly terms: EnteredTerms; readonly refusal?: never }
  | { readonly refusal: AmountRefused; readonly terms?: never } {
  const settlement = frozen(finalSettlement, 'terms.finalSettlement.amount', reportingCurrency, on);
  if (settlement.refusal !== undefined) return { refusal: settlement.refusal };
  const compensation = frozen(compensationClause, 'terms.compensationClause.amount', reportingCurrency, on);
  if (compensation.refusal !== undefined) return { refusal: compensation.refusal };
  return {
    terms: {
      ...terms,
      ...(settlement.part === undefined ? {} : { finalSettlement: settlement.part }),
      ...(compensation.part === undefined ? {} : { compensationClause: compensation.part }),
    },
  };
}

function frozen<Part extends { readonly amount?: MoneyGiven }>(
  part: Part | undefined,
  path: string,
  reportingCurrency: string,
  on: CalendarDate,
): Frozen<Part> {
  if (part === undefined) return { part };
  const { amount, ...rest } = part;
  if (amount === undefined) return { part: rest };
  const converted = frozenMoney(amount, reportingCurrency, on);
  if ('money' in converted) return { part: { ...rest, amount: converted.money } };
  const { code, message, field } = converted.refusal;
  const where = `${path}.${field}`;
  return { refusal: rejected(code, `${where}: ${message}`, { details: [{ code, message, path: where }] }) };
}
