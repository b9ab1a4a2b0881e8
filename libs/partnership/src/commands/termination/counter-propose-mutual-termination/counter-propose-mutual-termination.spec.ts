import { addDays } from '#calendar';
import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  head,
  ownDeclarer,
  partnerDeclarer,
  partnerManager,
  representative,
  signedLetter,
} from '../../../domain/event-samples/ending-people.js';
import { counterOffered, offered, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active, onboarding } from '../../../domain/event-samples/histories.js';
import {
  counterTerms,
  mutualTerminationCounterProposed,
  mutualTerminationProposed,
  offeredTerms,
} from '../../../domain/event-samples/termination.js';
import { windDownBegun } from '../../../domain/event-samples/wind-down.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import {
  counterProposeMutualTermination,
  type CounterProposeMutualTermination,
} from './counter-propose-mutual-termination.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ actor: representative, newId: () => 'tpr_partner' });
const facts = { declarer: partnerDeclarer };
const command: CounterProposeMutualTermination = {
  occurredOn: '2026-03-16',
  proposalId: 'tpr_own',
  side: 'PARTNER',
  terms: counterTerms,
  acceptBy: '2026-04-30',
  declaredBy: 'prs_partner',
  authority: 'STATUTORY',
  binding: true,
  fileRef: signedLetter,
};

function countering(changes: Partial<CounterProposeMutualTermination> = {}, actor = representative) {
  return (state: PartnershipState) =>
    counterProposeMutualTermination({ ...command, ...changes }, state, { ...context, actor }, facts);
}

describe('Answering an offer with a counter-proposal', () => {
  it('takes the first offer off the table and puts one of the next round on it', () => {
    given(...offered)
      .when(countering())
      .then(mutualTerminationCounterProposed);
    const { proposals, openProposalId } = counterOffered.reduce(evolvePartnership, initialPartnership).termination;
    expect(proposals['tpr_own']).toMatchObject({ status: 'SUPERSEDED' });
    expect(proposals['tpr_partner']).toMatchObject({ status: 'OPEN', round: 2, initiatorSide: 'OWN' });
    expect(openProposalId).toBe('tpr_partner');
  });

  it('is refused to the side that made the offer', () => {
    given(...counterOffered)
      .when(countering({ proposalId: 'tpr_partner' }))
      .thenRejected('OWN_PROPOSAL');
  });

  it('is refused for an offer that is off the table', () => {
    given(...counterOffered)
      .when(countering())
      .thenRejected('PROPOSAL_NOT_OPEN', ['SUPERSEDED']);
  });

  it('is refused for an offer that was never made', () => {
    given(...active)
      .when(countering())
      .thenRejected('NOT_FOUND');
  });

  it('is refused on a day before the offer', () => {
    given(...offered)
      .when(countering({ occurredOn: '2026-03-01' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_PROPOSAL']);
  });

  it('needs complete terms', () => {
    const { openDealsRule: _, ...terms } = counterTerms;
    given(...offered)
      .when(countering({ terms }))
      .thenRejected('TERMS_INCOMPLETE', ['TERM_MISSING']);
  });

  it('needs an end from the day of the counter-proposal on', () => {
    given(...offered)
      .when(countering({ terms: { ...counterTerms, endsOn: '2026-03-15' } }))
      .thenRejected('END_BEFORE_TODAY');
  });

  it('gives the first side at least a week to answer', () => {
    given(...offered)
      .when(countering({ acceptBy: '2026-03-20' }))
      .thenRejected('VALIDATION_FAILED', ['ANSWER_PERIOD']);
  });

  it('needs the partner’s document when the own side records it', () => {
    const { fileRef: _, ...undocumented } = command;
    given(...offered)
      .when((state) =>
        counterProposeMutualTermination(undocumented, state, { ...context, actor: partnerManager }, facts),
      )
      .thenRejected('EVIDENCE_REQUIRED');
  });

  it('needs four eyes when the own side makes it', () => {
    given(...counterOffered)
      .when((state) =>
        counterProposeMutualTermination(
          { ...command, proposalId: 'tpr_partner', side: 'OWN', declaredBy: 'prs_own', terms: offeredTerms },
          state,
          { ...context, actor: head },
          { declarer: ownDeclarer },
        ),
      )
      .thenRejected('FOUR_EYES_REQUIRED');
  });

  it('is refused to a representative who acts for the own side', () => {
    given(...counterOffered)
      .when(countering({ proposalId: 'tpr_partner', side: 'OWN' }))
      .thenRejected('FORBIDDEN');
  });

  it.each([
    ['SIDE_MISMATCH', ownDeclarer],
    ['PERSON_ERASED', { ...partnerDeclarer, erased: true }],
    ['PERSON_LEFT', { ...partnerDeclarer, leftOn: '2026-03-01' }],
    ['NOT_FOUND', undefined],
  ])('is refused with %s when the person cannot declare for the side', (code, declarer) => {
    given(...offered)
      .when((state) => counterProposeMutualTermination(command, state, context, { declarer }))
      .thenRejected(code);
  });

  it.each([
    ['not active yet', onboarding],
    ['winding down on another ground with the offer still open', [...active, mutualTerminationProposed, windDownBegun]],
  ])('is refused when the partnership is %s', (_, history) => {
    given(...history)
      .when(countering())
      .thenRejected('INVALID_STATE');
  });

  it('is refused after the agreement', () => {
    given(...windingDown)
      .when(countering({ proposalId: 'tpr_partner' }))
      .thenRejected('INVALID_STATE', ['WINDING_DOWN']);
  });

  it('is refused after the last day for an answer, however late the scheduler is', () => {
    const { acceptBy } = mutualTerminationProposed.data;
    given(...offered)
      .when(countering({ occurredOn: addDays(acceptBy, 1), acceptBy: addDays(acceptBy, 30) }))
      .thenRejected('PROPOSAL_NOT_OPEN', ['EXPIRED']);
  });
});
