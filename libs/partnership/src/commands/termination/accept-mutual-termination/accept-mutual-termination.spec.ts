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
import { counterOffered, offered, terminated, windingDown } from '../../../domain/event-samples/ending-histories.js';
import { active } from '../../../domain/event-samples/histories.js';
import {
  mutualTerminationAccepted,
  mutualTerminationCounterProposed,
  mutualTerminationProposalExpired,
  mutualTerminationProposed,
} from '../../../domain/event-samples/termination.js';
import { windDownBegun } from '../../../domain/event-samples/wind-down.js';
import { partnershipEvents } from '../../../domain/events.js';
import { evolvePartnership, initialPartnership, type PartnershipState } from '../../../domain/state.js';
import { acceptMutualTermination, type AcceptMutualTermination } from './accept-mutual-termination.js';

const { given } = decisionSpecification(initialPartnership, evolvePartnership);
const context = testContext({ actor: head });
const command: AcceptMutualTermination = {
  proposalId: 'tpr_partner',
  termsHash: mutualTerminationCounterProposed.data.termsHash,
  side: 'OWN',
  declaredBy: 'prs_own',
  declaredOn: '2026-03-31',
  authority: 'PROKURA',
  form: 'WRITTEN',
};
const forPartner: AcceptMutualTermination = {
  ...command,
  proposalId: 'tpr_own',
  termsHash: mutualTerminationProposed.data.termsHash,
  side: 'PARTNER',
  declaredBy: 'prs_partner',
};

function accepting(changes: Partial<AcceptMutualTermination> = {}, actor = head, today = '2026-03-31') {
  return (state: PartnershipState) =>
    acceptMutualTermination({ ...command, ...changes }, state, testContext({ actor, today }), {
      declarer: ownDeclarer,
    });
}

describe('Accepting an end by mutual agreement', () => {
  it('records the second consent to the same terms and begins the wind-down with its default items', () => {
    given(...counterOffered)
      .when(accepting())
      .then(mutualTerminationAccepted, windDownBegun);
    for (const event of [mutualTerminationAccepted, windDownBegun])
      expect(partnershipEvents[event.type].data.parse(event.data)).toEqual(event.data);
  });

  it('leaves the partnership winding down until the agreed end', () => {
    const { lifecycle, termination } = windingDown.reduce(evolvePartnership, initialPartnership);
    expect(lifecycle).toMatchObject({ status: 'WINDING_DOWN', endsOn: '2026-09-30' });
    expect(termination.openProposalId).toBeUndefined();
    expect(termination.agreed?.initiatorSide).toBe('OWN');
  });

  it('counts on the last day for an answer', () => {
    const declaredOn = '2026-04-30';
    const { data } = mutualTerminationAccepted;
    given(...counterOffered)
      .when(accepting({ declaredOn }, head, declaredOn))
      .then(
        {
          ...mutualTerminationAccepted,
          occurredOn: declaredOn,
          data: { ...data, consent: { ...data.consent, declaredOn } },
        },
        { ...windDownBegun, occurredOn: declaredOn },
      );
  });

  it('comes from the partner through its representative, or with its document', () => {
    const byPartner = (actor = representative, fileRef = {}) =>
      given(...offered).when((state) =>
        acceptMutualTermination(
          { ...forPartner, ...fileRef },
          state,
          { ...context, actor },
          {
            declarer: partnerDeclarer,
          },
        ),
      );
    byPartner().thenWarned();
    byPartner(partnerManager, { fileRef: signedLetter }).thenWarned();
    byPartner(partnerManager).thenRejected('EVIDENCE_REQUIRED');
  });

  it('is refused to the side that made the offer', () => {
    given(...offered)
      .when(accepting({ proposalId: 'tpr_own' }))
      .thenRejected('OWN_PROPOSAL');
  });

  it('is refused when the terms are not those of the offer', () => {
    given(...counterOffered)
      .when(accepting({ termsHash: mutualTerminationProposed.data.termsHash }))
      .thenRejected('TERMS_CHANGED');
  });

  it('is refused on the day after the last day for an answer, although nobody has expired the offer yet (I-15)', () => {
    given(...counterOffered)
      .when(accepting({ declaredOn: '2026-05-01' }, head, '2026-05-01'))
      .thenRejected('PROPOSAL_EXPIRED');
  });

  it('is dated back into the time for an answer only with the document that shows its date', () => {
    given(...counterOffered)
      .when(accepting({ declaredOn: '2026-04-29' }, head, '2026-05-04'))
      .thenRejected('EVIDENCE_REQUIRED');
    given(...counterOffered)
      .when(accepting({ declaredOn: '2026-04-29', fileRef: signedLetter }, head, '2026-05-04'))
      .thenWarned();
  });

  it('is refused after the agreed end would have come (I-16)', () => {
    const soon = {
      ...mutualTerminationCounterProposed,
      data: {
        ...mutualTerminationCounterProposed.data,
        terms: { ...mutualTerminationCounterProposed.data.terms, endsOn: '2026-03-30' },
      },
    };
    given(...offered, soon)
      .when(accepting())
      .thenRejected('END_BEFORE_TODAY');
  });

  it('is refused before the offer was made', () => {
    given(...counterOffered)
      .when(accepting({ declaredOn: '2026-03-15' }))
      .thenRejected('VALIDATION_FAILED', ['BEFORE_PROPOSAL']);
  });

  it('is refused to the person who declared the offer (I-14)', () => {
    given(...counterOffered)
      .when(accepting({ declaredBy: 'prs_partner' }))
      .thenRejected('SAME_PERSON_BOTH_SIDES');
  });

  it('is refused to a representative for the own side, and to a partner manager alone', () => {
    given(...counterOffered)
      .when(accepting({}, representative))
      .thenRejected('FORBIDDEN');
    given(...counterOffered)
      .when(accepting({}, partnerManager))
      .thenRejected('FORBIDDEN');
  });

  it.each([
    ['NOT_FOUND', undefined],
    ['SIDE_MISMATCH', { ...ownDeclarer, side: 'PARTNER' as const }],
    ['PERSON_ERASED', { ...ownDeclarer, erased: true }],
    ['PERSON_LEFT', { ...ownDeclarer, leftOn: '2026-03-31' }],
  ])('is refused with %s when the person cannot declare for the side', (code, declarer) => {
    given(...counterOffered)
      .when((state) => acceptMutualTermination(command, state, context, { declarer }))
      .thenRejected(code);
  });

  it('is refused a second time', () => {
    given(...windingDown)
      .when(accepting())
      .thenRejected('INVALID_STATE', ['WINDING_DOWN']);
  });

  it('is refused for an offer that was superseded or that expired', () => {
    const { proposalId, termsHash } = mutualTerminationProposed.data;
    given(...counterOffered)
      .when(accepting({ proposalId, termsHash }))
      .thenRejected('PROPOSAL_NOT_OPEN', ['SUPERSEDED']);
    given(...offered, mutualTerminationProposalExpired)
      .when(accepting({ proposalId, termsHash }))
      .thenRejected('PROPOSAL_NOT_OPEN', ['EXPIRED']);
  });

  it('is refused for an offer or a partnership that does not exist', () => {
    given(...active)
      .when(accepting())
      .thenRejected('NOT_FOUND');
    given().when(accepting()).thenRejected('NOT_FOUND');
  });

  it('is refused once the partnership winds down on another ground, or has ended', () => {
    given(...counterOffered, windDownBegun)
      .when(accepting())
      .thenRejected('INVALID_STATE');
    given(...terminated)
      .when(accepting())
      .thenRejected('INVALID_STATE');
  });

  it('is as late when the scheduler has expired the offer already (I-15)', () => {
    const { acceptBy } = mutualTerminationProposed.data;
    const declaredOn = addDays(acceptBy, 1);
    given(...offered, mutualTerminationProposalExpired)
      .when(accepting({ ...forPartner, declaredOn }, head, declaredOn))
      .thenRejected('PROPOSAL_EXPIRED');
  });
});
