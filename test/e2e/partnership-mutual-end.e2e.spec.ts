import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { begin, type Cast, livePartnership, publishedProgramme, signedDocument } from '../support/partnership-cast.js';
import { offerEnd, partnershipOf, rows, terminationCase, terms } from '../support/partnership-views.js';

let api: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  api = await startApiUnderTest();
  cast = await livePartnership(api, await publishedProgramme(api), 'Brenner');
});
afterAll(() => api.dispose());

describe('an end by mutual agreement', () => {
  it('is to end: offered under four eyes, countered by the representative, accepted to the letter', async () => {
    const { head, manager, representative, partnershipId, ownPersonId, partnerPersonId } = cast;
    const offer = {
      partnershipId,
      side: 'OWN',
      occurredOn: '2025-07-01',
      acceptBy: '2025-07-31',
      terms: terms('2025-09-30'),
      declaredBy: ownPersonId,
      authority: 'PROKURA',
    };
    expect(
      await manager.refused('proposeMutualTermination', { ...offer, requestedBy: 'manager-brenner' }),
    ).toMatchObject({ code: 'FOUR_EYES_REQUIRED' });
    const { openDealsRule: _rule, form: _form, ...incomplete } = terms('2025-09-30');
    expect(
      (
        await head.refused('proposeMutualTermination', { ...offer, terms: incomplete, requestedBy: 'manager-brenner' })
      ).details.map(({ path }) => path),
    ).toEqual(['terms.openDealsRule', 'terms.form']);
    const proposalId = await offerEnd(cast);
    expect(await terminationCase(cast)).toMatchObject({
      state: 'PROPOSED',
      answerDueFrom: 'PARTNER',
      proposal: { round: 1, proposingSide: 'OWN' },
    });

    await representative.accepted(
      'counterProposeMutualTermination',
      {
        partnershipId,
        proposalId,
        side: 'PARTNER',
        occurredOn: '2025-07-14',
        acceptBy: '2025-08-15',
        terms: terms('2025-10-31'),
        declaredBy: partnerPersonId,
        authority: 'STATUTORY',
      },
      'partnership { id }',
    );
    const countered = await terminationCase(cast);
    expect(countered).toMatchObject({
      state: 'PROPOSED',
      answerDueFrom: 'OWN',
      proposal: { round: 2, proposingSide: 'PARTNER' },
    });
    const consent = {
      partnershipId,
      proposalId: countered?.proposal?.proposalId,
      side: 'OWN',
      declaredBy: ownPersonId,
      declaredOn: '2025-07-21',
      authority: 'PROKURA',
      form: 'WRITTEN',
      fileRef: signedDocument,
    };
    expect(await head.refused('acceptMutualTermination', { ...consent, termsHash: 'a'.repeat(64) })).toMatchObject({
      code: 'TERMS_CHANGED',
    });
    expect(
      await representative.refused('acceptMutualTermination', {
        ...consent,
        side: 'PARTNER',
        declaredBy: partnerPersonId,
        termsHash: countered?.proposal?.termsHash,
      }),
    ).toMatchObject({ code: 'OWN_PROPOSAL' });
    await head.accepted(
      'acceptMutualTermination',
      { ...consent, termsHash: countered?.proposal?.termsHash },
      'partnership { id }',
    );
    expect(await partnershipOf(cast, 'state endsOn proposal { proposalId }')).toEqual({
      state: 'WINDING_DOWN',
      endsOn: '2025-10-31',
      proposal: null,
    });
  });

  it('is wound down, each side doing what is its own, and concluded', async () => {
    const { head, representative, partnershipId } = cast;
    const conclusion = { partnershipId, endedOn: '2025-10-31' };
    const refusal = await head.refused('concludePartnership', conclusion);
    const items = (await terminationCase(cast))?.items ?? [];
    expect(items.every(({ status }) => status === 'PENDING')).toBe(true);
    expect([refusal.code, refusal.details.length]).toEqual([
      'WIND_DOWN_INCOMPLETE',
      items.filter(({ mandatory }) => mandatory).length,
    ]);
    for (const { itemId, kind, ownerSide } of items) {
      const doneOn = '2025-10-06';
      const consents = kind === 'CUSTOMER_HANDOVER' ? { consentOwn: doneOn, consentPartner: doneOn } : {};
      const actor = ownerSide === 'OWN' ? cast.manager : representative;
      await actor.accepted(
        'completeWindDownItem',
        { partnershipId, itemId, doneOn, ...consents },
        'partnership { id }',
      );
    }
    expect(await head.refused('concludePartnership', { ...conclusion, endedOn: '2025-10-30' })).toMatchObject({
      code: 'END_NOT_REACHED',
    });
    await head.accepted('concludePartnership', { ...conclusion, occurredOn: '2025-10-31' }, 'partnership { id }');
    expect(await partnershipOf(cast, 'state endsOn')).toEqual({ state: 'TERMINATED', endsOn: '2025-10-31' });
    expect(await terminationCase(cast)).toMatchObject({ state: 'TERMINATED' });
    expect(
      await cast.manager.refused('logCommunication', {
        partnershipId,
        channel: 'CALL',
        direction: 'OUTBOUND',
        scope: 'BETWEEN_PARTNERS',
        substantive: true,
        topic: 'Late',
        participants: [],
        summary: 'Too late.',
      }),
    ).toMatchObject({ code: 'INVALID_STATE', currentState: 'TERMINATED' });
  });

  it('leaves a history that says who did what, when it was and when it was recorded', async () => {
    interface Entry {
      readonly type: string;
      readonly revision: number;
      readonly occurredOn: string;
      readonly recordedAt: string;
      readonly late: boolean;
      readonly sentence: string;
      readonly actor: { readonly userId: string; readonly roles: readonly string[]; readonly side: string };
    }
    const history = await rows<Entry>(
      cast,
      `partnershipHistory(partnershipId: "${cast.partnershipId}", first: 100)`,
      'type revision occurredOn recordedAt late sentence actor { userId roles side }',
    );
    expect(history.map(({ revision }) => revision)).toEqual(history.map((_, index) => index));
    expect(history.map(({ type }) => type).filter((type) => type !== 'WindDownItemCompleted')).toEqual([
      'PartnershipProposed',
      'PartnerManagerAssigned',
      'OnboardingBegun',
      'ContactAssigned',
      'ContactAssigned',
      'AgreementRecorded',
      'RequirementEvidenceRecorded',
      'RequirementEvidenceRecorded',
      'PartnershipOnboarded',
      'MutualTerminationProposed',
      'MutualTerminationCounterProposed',
      'MutualTerminationAccepted',
      'WindDownBegun',
      'PartnershipTerminatedByMutualAgreement',
    ]);
    const today = new Date().toISOString().slice(0, 7);
    for (const { recordedAt, late } of history) expect([recordedAt.slice(0, 7), late]).toEqual([today, true]);
    const told = Object.fromEntries(
      history.map((entry) => [entry.type, [entry.occurredOn, entry.actor.userId, entry.actor.side, entry.sentence]]),
    );
    expect(told).toMatchObject({
      PartnershipProposed: [begin, 'carla', 'OWN', 'A sales partnership with Brenner GmbH was proposed.'],
      PartnershipOnboarded: [
        '2025-02-03',
        'manager-brenner',
        'OWN',
        expect.stringContaining('with Jana Brennersen (own side) and Nora Brennersen (partner)'),
      ],
      MutualTerminationCounterProposed: [
        '2025-07-14',
        'representative-brenner',
        'PARTNER',
        expect.stringContaining('in round 2: an end on 2025-10-31'),
      ],
      MutualTerminationAccepted: [
        '2025-07-21',
        'carla',
        'OWN',
        'Jana Brennersen consented for the own side on 2025-07-21 to the terms that Nora Brennersen had offered: the partnership ends by mutual agreement on 2025-10-31.',
      ],
      PartnershipTerminatedByMutualAgreement: [
        '2025-10-31',
        'carla',
        'OWN',
        expect.stringContaining('ended on 2025-10-31 by mutual agreement'),
      ],
    });
  });

  it('leaves its place: the portfolio counts it as ended, and a new partnership can follow', async () => {
    const { manager, head, companyId, partnershipId } = cast;
    const { portfolio } = await manager.query<{ portfolio: { states: { state: string; count: number }[] } }>(
      '{ portfolio { openPartnerships freeCapacity openActions states { state count } } }',
    );
    expect(portfolio).toMatchObject({ openPartnerships: 0, freeCapacity: 10, openActions: 0 });
    expect(portfolio.states.filter(({ count }) => count > 0)).toEqual([{ state: 'TERMINATED', count: 1 }]);
    await head.accepted(
      'proposePartnership',
      { companyId, category: 'SALES', strategicRationale: 'A second try.', predecessorPartnershipId: partnershipId },
      'partnership { id }',
    );
  });
});
