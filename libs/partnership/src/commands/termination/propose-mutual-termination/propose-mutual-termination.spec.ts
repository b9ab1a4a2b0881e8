import { decisionSpecification, testContext } from '#event-sourcing/testing';
import {
  head,
  ownDeclarer,
  partnerDeclarer,
  partnerManager,
  representative,
  signedLetter,
} from '../../../domain/event-samples/ending-people.js';
import { offered, terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active, onboarding } from '../../../domain/event-samples/histories.js';
import {
  mutualTerminationProposalExpired,
  mutualTerminationProposed,
  mutualTerminationRejected,
  offeredTerms,
} from '../../../domain/event-samples/termination.js';
import { partnershipEvents } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { proposeMutualTermination, type ProposeMutualTermination } from './propose-mutual-termination.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ actor: head, newId: () => 'tpr_own' });
const facts = { declarer: ownDeclarer };
const command: ProposeMutualTermination = {
  occurredOn: '2026-03-02',
  side: 'OWN',
  terms: offeredTerms,
  acceptBy: '2026-04-15',
  declaredBy: 'prs_own',
  authority: 'PROKURA',
  requestedBy: 'jana',
};
const forPartner: ProposeMutualTermination = { ...command, side: 'PARTNER', declaredBy: 'prs_partner' };

function proposing(changes: Partial<ProposeMutualTermination> = {}, decisionContext = context, decisionFacts = facts) {
  return (state: PartnershipState) =>
    proposeMutualTermination({ ...command, ...changes }, state, decisionContext, decisionFacts);
}

describe('Proposing an end by mutual agreement', () => {
  it('puts an offer on the table that is the first of two consents, approved by a second person', () => {
    given(...active)
      .when(proposing())
      .then(mutualTerminationProposed);
    const { data } = partnershipEvents.MutualTerminationProposed;
    expect(data.parse(mutualTerminationProposed.data)).toEqual(mutualTerminationProposed.data);
  });

  it('is not binding unless the side says so', () => {
    given(...active)
      .when(proposing({ binding: true }))
      .then({ ...mutualTerminationProposed, data: { ...mutualTerminationProposed.data, binding: true } });
  });

  it.each([
    ['the representative', representative, undefined],
    ['the own side with the partner’s letter', partnerManager, signedLetter],
  ])('can come from the partner, recorded by %s, without approval', (_, actor, fileRef) => {
    const { approverId: _none, ...data } = mutualTerminationProposed.data;
    const evidence = fileRef === undefined ? {} : { fileRef };
    given(...active)
      .when((state) =>
        proposeMutualTermination(
          { ...forPartner, ...evidence },
          state,
          { ...context, actor },
          { declarer: partnerDeclarer },
        ),
      )
      .then({
        ...mutualTerminationProposed,
        data: {
          ...data,
          proposingSide: 'PARTNER',
          consent: { ...data.consent, side: 'PARTNER', personId: 'prs_partner', ...evidence },
        },
      });
  });

  it('is declared today unless another day is given', () => {
    const { occurredOn: _, ...undated } = command;
    given(...active)
      .when((state) => proposeMutualTermination(undated, state, context, facts))
      .then({
        ...mutualTerminationProposed,
        occurredOn: '2026-03-31',
        data: {
          ...mutualTerminationProposed.data,
          consent: { ...mutualTerminationProposed.data.consent, declaredOn: '2026-03-31' },
        },
      });
  });

  it('is possible again after a rejection', () => {
    given(...offered, mutualTerminationRejected)
      .when(proposing({ occurredOn: '2026-03-31' }, { ...context, newId: () => 'tpr_2' }))
      .then({
        ...mutualTerminationProposed,
        occurredOn: '2026-03-31',
        data: {
          ...mutualTerminationProposed.data,
          proposalId: 'tpr_2',
          consent: { ...mutualTerminationProposed.data.consent, declaredOn: '2026-03-31' },
        },
      });
  });

  it('lets an unanswered offer expire whose last day has passed, although the scheduler is late', () => {
    given(...offered)
      .when(
        proposing(
          { occurredOn: '2026-04-20', acceptBy: '2026-05-20' },
          testContext({ today: '2026-04-20', actor: head, newId: () => 'tpr_2' }),
        ),
      )
      .then(mutualTerminationProposalExpired, {
        ...mutualTerminationProposed,
        occurredOn: '2026-04-20',
        data: {
          ...mutualTerminationProposed.data,
          proposalId: 'tpr_2',
          acceptBy: '2026-05-20',
          consent: { ...mutualTerminationProposed.data.consent, declaredOn: '2026-04-20' },
        },
      });
  });

  it('is refused while another offer is open (I-13)', () => {
    given(...offered)
      .when(proposing({ occurredOn: '2026-03-31' }))
      .thenRejected('PROPOSAL_OPEN');
  });

  it('is refused with each term that is missing', () => {
    const { publicStatement: _, ...terms } = offeredTerms;
    given(...active)
      .when(proposing({ terms: { ...terms, endsOn: undefined } }))
      .thenRejected('TERMS_INCOMPLETE', ['TERM_MISSING', 'TERM_MISSING']);
    const decision = proposing({ terms })(active.reduce(evolvePartnership, initialPartnership));
    expect(decision).toMatchObject({ rejection: { details: [{ path: 'terms.publicStatement' }] } });
  });

  it('is refused for an end before the day of the offer', () => {
    given(...active)
      .when(proposing({ terms: { ...offeredTerms, endsOn: '2026-03-01' } }))
      .thenRejected('END_BEFORE_TODAY');
  });

  it.each(['2026-03-08', '2026-06-01'])(
    'is refused when the answer is due on %s: not 7 to 90 days later',
    (acceptBy) => {
      given(...active)
        .when(proposing({ acceptBy }))
        .thenRejected('VALIDATION_FAILED', ['ANSWER_PERIOD']);
    },
  );

  it.each(['2026-03-09', '2026-05-31'])('gives the other side 7 to 90 days, both included: %s', (acceptBy) => {
    given(...active)
      .when(proposing({ acceptBy }))
      .then({ ...mutualTerminationProposed, data: { ...mutualTerminationProposed.data, acceptBy } });
  });

  it.each([
    ['nobody else asked for it', { ...command, requestedBy: 'carla' }, head],
    ['nobody is named who asked for it', { ...command, requestedBy: undefined }, head],
    ['the approver is no head of partnering', { ...command, requestedBy: 'tobias' }, partnerManager],
  ])('is refused for the own side when %s', (_, { requestedBy, ...rest }, actor) => {
    given(...active)
      .when((state) =>
        proposeMutualTermination(
          { ...rest, ...(requestedBy === undefined ? {} : { requestedBy }) },
          state,
          { ...context, actor },
          facts,
        ),
      )
      .thenRejected('FOUR_EYES_REQUIRED');
  });

  it('is refused for the partner without a document when the own side records it', () => {
    given(...active)
      .when((state) => proposeMutualTermination(forPartner, state, context, { declarer: partnerDeclarer }))
      .thenRejected('EVIDENCE_REQUIRED');
  });

  it('is refused to a representative who acts for the own side', () => {
    given(...active)
      .when(proposing({}, { ...context, actor: representative }))
      .thenRejected('FORBIDDEN');
  });

  it.each([
    ['NOT_FOUND', 'is unknown', undefined],
    ['SIDE_MISMATCH', 'belongs to the other side', partnerDeclarer],
    ['PERSON_ERASED', 'is erased', { ...ownDeclarer, erased: true }],
    ['PERSON_LEFT', 'has left by then', { ...ownDeclarer, leftOn: '2026-03-02' }],
  ])('is refused with %s when the person who declares it %s', (code, _, declarer) => {
    given(...active)
      .when((state) => proposeMutualTermination(command, state, context, { declarer }))
      .thenRejected(code);
  });

  it('is refused when the person belongs to another partner company', () => {
    given(...active)
      .when((state) =>
        proposeMutualTermination(
          forPartner,
          state,
          { ...context, actor: representative },
          {
            declarer: { ...partnerDeclarer, companyId: 'cmp_2' },
          },
        ),
      )
      .thenRejected('SIDE_MISMATCH');
  });

  it('is refused before the partnership began', () => {
    given(...active)
      .when(proposing({ occurredOn: '2026-01-04' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_OPENING']);
  });

  it('is refused for a partnership that does not exist', () => {
    given().when(proposing()).thenRejected('NOT_FOUND');
  });

  it.each([
    ['is not active yet', onboarding],
    ['is winding down by mutual agreement already', windingDown],
    ['has ended', terminated],
  ])('is refused when the partnership %s', (_, history) => {
    given(...history)
      .when(proposing())
      .thenRejected('INVALID_STATE');
  });
});
