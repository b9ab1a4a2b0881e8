import type { CalendarDate } from '#calendar';
import { accepted, type Decision, type DecisionContext, type Rejected, rejected } from '#event-sourcing';
import { refuseInState } from '../../../domain/allowed-commands.js';
import type { PartnershipEvent } from '../../../domain/events.js';
import type { ResultAttribution, ResultKind } from '../../../domain/events/results.js';
import { frozenMoney, type Money, type MoneyGiven, type MoneyRefusal } from '../../../domain/money.js';
import { refuseBeforeOpening } from '../../../domain/opening.js';
import type { PartnershipRejectionCode } from '../../../domain/rejections.js';
import type { PartnershipState } from '../../../domain/state.js';
import { resultWithExternalRef } from '../../../domain/state/results.js';
import type { FileRef } from '../../../domain/vocabulary.js';

/** Records what the partnership brought (domain.md 2.7). `occurredOn` is the day of the deal or delivery, by default today. */
export interface RecordBusinessResult {
  readonly occurredOn?: CalendarDate;
  readonly kind: ResultKind;
  readonly attribution: ResultAttribution;
  readonly revenue?: MoneyGiven;
  readonly margin?: MoneyGiven;
  readonly newCustomer: boolean;
  /** How many deals, projects or references it is; 1 unless stated. */
  readonly quantity?: number;
  /** Opaque: the customer's id in another system, never a name. */
  readonly customerRef: string;
  /** The result's id in another system: one result per reference. */
  readonly externalRef?: string;
  readonly fileRef?: FileRef;
}

/** Records a result: `RESULT_DUPLICATE`, `CURRENCY_RATE_MISSING`. `reportingCurrency` is the installation's (decision D5). */
export function recordBusinessResult(
  command: RecordBusinessResult,
  state: PartnershipState,
  context: DecisionContext,
  facts: { readonly reportingCurrency: string },
): Decision<PartnershipEvent, PartnershipRejectionCode> {
  const occurredOn = command.occurredOn ?? context.today;
  const refusal =
    refuseInState(state, 'RecordBusinessResult') ??
    refuseBeforeOpening(state, occurredOn) ??
    refuseDuplicate(command, state);
  if (refusal !== undefined) return refusal;
  const amounts = amountsOf(command, facts.reportingCurrency, occurredOn);
  if ('refusal' in amounts) return amounts.refusal;
  const { kind, attribution, newCustomer, quantity = 1, customerRef, externalRef, fileRef } = command;
  return accepted({
    type: 'BusinessResultRecorded',
    occurredOn,
    data: {
      resultId: context.newId('res'),
      kind,
      attribution,
      ...amounts.money,
      newCustomer,
      quantity,
      customerRef,
      ...(externalRef === undefined ? {} : { externalRef }),
      ...(fileRef === undefined ? {} : { fileRef }),
    },
  });
}

function refuseDuplicate(
  { externalRef }: RecordBusinessResult,
  { results }: PartnershipState,
): Rejected<'RESULT_DUPLICATE'> | undefined {
  const twin = externalRef === undefined ? undefined : resultWithExternalRef(results, externalRef);
  if (twin === undefined) return undefined;
  return rejected(
    'RESULT_DUPLICATE',
    `externalRef: this result is recorded as ${twin}. Correct that entry, or give the other result its own reference.`,
    { details: [{ code: 'RESULT_DUPLICATE', path: 'externalRef', message: twin }] },
  );
}

type Amounts = { readonly [Field in 'revenue' | 'margin']?: Money };

function amountsOf(
  command: RecordBusinessResult,
  reportingCurrency: string,
  on: CalendarDate,
): { readonly money: Amounts } | { readonly refusal: Rejected<MoneyRefusal['code']> } {
  let money: Amounts = {};
  for (const field of ['revenue', 'margin'] as const) {
    const given = command[field];
    if (given === undefined) continue;
    const frozen = frozenMoney(given, reportingCurrency, on);
    if ('refusal' in frozen) return { refusal: refuseAmount(frozen.refusal, field) };
    money = { ...money, [field]: frozen.money };
  }
  return { money };
}

function refuseAmount(refusal: MoneyRefusal, amount: string): Rejected<MoneyRefusal['code']> {
  const { code } = refusal;
  const path = `${amount}.${refusal.field}`;
  const message = `${path}: ${refusal.message}`;
  return rejected(code, message, { details: [{ code, path, message }] });
}
