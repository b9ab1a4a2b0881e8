import { decisionSpecification, testContext } from '#event-sourcing/testing';
import { active, prospective } from '../../../domain/event-samples/histories.js';
import { businessResultRecorded } from '../../../domain/event-samples/results.js';
import type { Money } from '../../../domain/money.js';
import { evolvePartnership, initialPartnership } from '../../../domain/state.js';
import { type RecordBusinessResult, recordBusinessResult } from './record-business-result.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const facts = { reportingCurrency: 'EUR' };
const deal: RecordBusinessResult = {
  occurredOn: '2026-03-18',
  kind: 'JOINT_DEAL_WON',
  attribution: 'SOURCED',
  revenue: { amountCents: 3_800_000, currency: 'CHF', fxRate: '1.05', fxDate: '2026-03-17' },
  newCustomer: true,
  customerRef: 'crm-account-4711',
  externalRef: 'crm-deal-0815',
};
const recorded = { ...businessResultRecorded, data: { ...businessResultRecorded.data, resultId: 'res_1' } };

describe('Recording a business result', () => {
  it('freezes the rate of a foreign amount', () => {
    given(...active)
      .when((state) => recordBusinessResult(deal, state, testContext(), facts))
      .then(recorded);
  });

  it('takes amounts in the reporting currency as they are, margin and revenue apart', () => {
    const home = { ...deal, revenue: eur(3_800_000), margin: eur(-100) };
    given(...active)
      .when((state) => recordBusinessResult(home, state, testContext(), facts))
      .then({ ...recorded, data: { ...recorded.data, revenue: frozenEur(3_800_000), margin: frozenEur(-100) } });
  });

  it('may be several projects without an amount, told today', () => {
    const fileRef = { documentId: 'doc_1', sha256: 'a'.repeat(64), mediaType: 'application/pdf', bytes: 1024 };
    const projects = {
      kind: 'PROJECT_DELIVERED',
      attribution: 'CO_SOLD',
      newCustomer: false,
      quantity: 2,
      customerRef: 'crm-account-4711',
      fileRef,
    } as const;
    given(...active)
      .when((state) => recordBusinessResult(projects, state, testContext(), facts))
      .then({ type: 'BusinessResultRecorded', occurredOn: '2026-03-31', data: { resultId: 'res_1', ...projects } });
  });

  it('is refused under an external reference that has its result', () => {
    given(...active, businessResultRecorded)
      .when((state) => recordBusinessResult(deal, state, testContext(), facts))
      .thenRejected('RESULT_DUPLICATE', ['RESULT_DUPLICATE']);
  });

  it('may repeat everything but the reference, and needs none', () => {
    const { externalRef: _externalRef, ...unreferenced } = deal;
    const { externalRef: _recorded, ...data } = recorded.data;
    given(...active, businessResultRecorded, { ...recorded, data })
      .when((state) => recordBusinessResult(unreferenced, state, testContext(), facts))
      .then({ ...recorded, data });
    given(...active, businessResultRecorded)
      .when((state) => recordBusinessResult({ ...deal, externalRef: 'constructor' }, state, testContext(), facts))
      .then({ ...recorded, data: { ...recorded.data, externalRef: 'constructor' } });
  });

  it.each(['revenue', 'margin'] as const)('is refused when a foreign %s comes without a rate', (field) => {
    const { revenue: _revenue, ...rest } = deal;
    given(...active)
      .when((state) =>
        recordBusinessResult({ ...rest, [field]: { amountCents: 100, currency: 'CHF' } }, state, testContext(), facts),
      )
      .thenRejected('CURRENCY_RATE_MISSING', ['CURRENCY_RATE_MISSING']);
  });

  it('is refused with a rate that is none', () => {
    const revenue = { amountCents: 100, currency: 'CHF', fxRate: '1,05' };
    given(...active)
      .when((state) => recordBusinessResult({ ...deal, revenue }, state, testContext(), facts))
      .thenRejected('VALIDATION_FAILED', ['VALIDATION_FAILED']);
  });

  it('is refused before the partnership began', () => {
    given(...active)
      .when((state) => recordBusinessResult({ ...deal, occurredOn: '2026-01-04' }, state, testContext(), facts))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused while the partnership is only being considered', () => {
    given(...prospective)
      .when((state) => recordBusinessResult(deal, state, testContext(), facts))
      .thenRejected('INVALID_STATE');
  });

  it('is refused for a partnership that does not exist', () => {
    given()
      .when((state) => recordBusinessResult(deal, state, testContext(), facts))
      .thenRejected('NOT_FOUND');
  });
});

function eur(amountCents: number): { readonly amountCents: number; readonly currency: string } {
  return { amountCents, currency: 'EUR' };
}

function frozenEur(amountCents: number): Money {
  return {
    ...eur(amountCents),
    reportingCents: amountCents,
    reportingCurrency: 'EUR',
    fxRate: '1.000000',
    fxDate: '2026-03-18',
  };
}
