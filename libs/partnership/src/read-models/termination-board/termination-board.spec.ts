import { projectionSpecification } from '#event-sourcing/testing';
import {
  counterTerms,
  mutualTerminationAccepted,
  mutualTerminationCounterProposed,
  mutualTerminationProposalExpired,
  mutualTerminationProposalWithdrawn,
  mutualTerminationProposed,
  mutualTerminationRejected,
  offeredTerms,
} from '../../domain/event-samples/termination.js';
import {
  partnershipTerminatedByMutualAgreement,
  windDownBegun,
  windDownItemAdded,
  windDownItemCompleted,
  windDownItemWaived,
} from '../../domain/event-samples/wind-down.js';
import { termsSummary } from './board-proposal.js';
import { terminationBoardFilter } from './termination-board-wanted.js';
import { terminationBoard } from './termination-board.js';
import type { TerminationCase } from './termination-case.js';
import { terminationCaseOn } from './termination-case-on.js';

const { given } = projectionSpecification(terminationBoard, 'partnership-prt_1');

const ownConsent = { personId: 'prs_own', declaredOn: '2026-03-02', authority: 'PROKURA', form: 'WRITTEN' } as const;
const partnerConsent = {
  personId: 'prs_partner',
  declaredOn: '2026-03-16',
  authority: 'STATUTORY',
  form: 'WRITTEN',
  documentId: 'doc_1',
  documentSha256: 'a'.repeat(64),
} as const;
const proposed: TerminationCase = {
  partnershipId: 'prt_1',
  state: 'PROPOSED',
  proposal: {
    proposalId: 'tpr_own',
    proposingSide: 'OWN',
    round: 1,
    acceptBy: '2026-04-15',
    binding: false,
    terms: termsSummary(offeredTerms),
    termsHash: mutualTerminationProposed.data.termsHash,
  },
  consentOwn: ownConsent,
  items: [],
};
const countered: TerminationCase = {
  partnershipId: 'prt_1',
  state: 'PROPOSED',
  proposal: {
    proposalId: 'tpr_partner',
    proposingSide: 'PARTNER',
    round: 2,
    acceptBy: '2026-04-30',
    binding: true,
    terms: termsSummary(counterTerms),
    termsHash: mutualTerminationCounterProposed.data.termsHash,
  },
  consentPartner: partnerConsent,
  items: [],
};
const items = windDownBegun.data.items.map((item) => ({ ...item, status: 'PENDING' as const }));
const windingDown: TerminationCase = {
  partnershipId: 'prt_1',
  state: 'WINDING_DOWN',
  consentOwn: { ...ownConsent, declaredOn: '2026-03-31' },
  consentPartner: partnerConsent,
  endsOn: '2026-09-30',
  items,
};
const agreed = [mutualTerminationProposed, mutualTerminationCounterProposed, mutualTerminationAccepted] as const;

describe('Whose answer is outstanding, until when?', () => {
  it('shows an offer with its terms and the consent of the side that made it', () => {
    given(mutualTerminationProposed).then({ prt_1: proposed });
  });

  it('shows a counter-proposal in place of the offer, with the consent to the new terms only', () => {
    given(mutualTerminationProposed, mutualTerminationCounterProposed).then({ prt_1: countered });
  });

  it.each([mutualTerminationRejected, mutualTerminationProposalWithdrawn, mutualTerminationProposalExpired])(
    'shows nothing any more once the offer is closed: $type',
    (closed) => {
      given(mutualTerminationProposed, closed).then({});
    },
  );

  it('shows both consents and what remains to be done once the end is agreed', () => {
    given(...agreed, windDownBegun).then({ prt_1: windingDown });
  });

  it('follows each item of the wind-down', () => {
    given(...agreed, windDownBegun, windDownItemAdded, windDownItemCompleted, windDownItemWaived).then({
      prt_1: {
        ...windingDown,
        items: [
          { ...items[0]!, status: 'WAIVED' },
          ...items.slice(1, -1),
          { ...items.at(-1)!, status: 'DONE', doneOn: '2026-09-14' },
          { ...windDownItemAdded.data, status: 'PENDING' },
        ],
      },
    });
  });

  it('keeps a concluded partnership, with the day on which it really ended', () => {
    const endedOn = '2026-10-05';
    const concluded = {
      ...partnershipTerminatedByMutualAgreement,
      occurredOn: endedOn,
      data: { ...partnershipTerminatedByMutualAgreement.data, endedOn },
    };
    given(...agreed, windDownBegun, concluded).then({
      prt_1: { ...windingDown, state: 'TERMINATED', endsOn: endedOn },
    });
  });

  it('shows a wind-down that began without a proposal', () => {
    given(windDownBegun).then({
      prt_1: { partnershipId: 'prt_1', state: 'WINDING_DOWN', endsOn: '2026-09-30', items },
    });
  });

  it('sums up amounts as people read them', () => {
    const amount = {
      amountCents: -5,
      currency: 'CHF',
      reportingCents: -5,
      reportingCurrency: 'EUR',
      fxRate: '0.950000',
      fxDate: '2026-03-02',
    };
    const summary = termsSummary({
      ...offeredTerms,
      finalSettlement: { text: 'Paid.', amount: { ...amount, amountCents: 1_200_000 } },
      compensationClause: { section89bAssessment: 'SETTLED', amount },
    });
    expect(summary).toMatchObject({ finalSettlementAmount: '12000.00 CHF', compensationAmount: '-0.05 CHF' });
  });
});

describe('What a day makes of it', () => {
  it.each([
    ['2026-04-14', 1],
    ['2026-04-15', 0],
    ['2026-04-17', -2],
  ])('on %s there are %i days for the answer, which the other side owes', (today, daysToAnswer) => {
    expect(terminationCaseOn(proposed, today)).toMatchObject({ daysToAnswer, answerDueFrom: 'PARTNER' });
  });

  it('counts the days since a pending item was due, and none for what is done or waived', () => {
    const [first, second, third] = items.map((item) => ({ ...item, dueOn: '2026-09-15' }));
    const late = { ...windingDown, items: [first!, { ...second!, status: 'DONE' }, { ...third!, status: 'WAIVED' }] };
    const overdue = (today: string) =>
      terminationCaseOn(late as TerminationCase, today).items.map(({ overdueDays }) => overdueDays);
    expect(overdue('2026-09-15')).toEqual([0, 0, 0]);
    expect(overdue('2026-09-30')).toEqual([15, 0, 0]);
    expect(terminationCaseOn(windingDown, '2026-09-30')).not.toHaveProperty('daysToAnswer');
  });
});

describe('What the board is asked for', () => {
  it('is what is under way, unless states or a partnership are named', () => {
    expect(terminationBoardFilter({})).toEqual({ state: { $in: ['PROPOSED', 'WINDING_DOWN'] } });
    expect(terminationBoardFilter({ state: ['TERMINATED'] })).toEqual({ state: { $in: ['TERMINATED'] } });
    expect(terminationBoardFilter({ partnershipId: 'prt_1' })).toEqual({ _id: 'prt_1' });
  });

  it('may be the offers of a side that are due soon', () => {
    expect(
      terminationBoardFilter({ proposingSide: 'OWN', answerDueBefore: '2026-04-15', state: ['PROPOSED'] }),
    ).toEqual({
      $and: [
        { state: { $in: ['PROPOSED'] } },
        { 'proposal.proposingSide': 'OWN' },
        { 'proposal.acceptBy': { $lt: '2026-04-15' } },
      ],
    });
  });
});
