import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import {
  agreementOf,
  begin,
  type Cast,
  evidenceOf,
  proposedPartnership,
  publishedProgramme,
  signedDocument,
  tells,
} from '../support/partnership-cast.js';
import { missing, offerEnd, partnershipOf, rows, terminationCase, terms } from '../support/partnership-views.js';

let api: ApiUnderTest;
let programmeId: string;
beforeAll(async () => {
  api = await startApiUnderTest();
  programmeId = await publishedProgramme(api);
});
afterAll(() => api.dispose());

describe('a partnership from proposal to an end by mutual agreement', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await proposedPartnership(api, 'Brenner');
  });

  it('is proposed, and the board says what stands between it and activation', async () => {
    expect(await partnershipOf(cast, 'companyName category state managerId openedOn imported openActions')).toEqual({
      companyName: 'Brenner GmbH',
      category: 'SALES',
      state: 'PROSPECTIVE',
      managerId: cast.managerId,
      openedOn: begin,
      imported: false,
      openActions: 0,
    });
    expect(await missing(cast)).toEqual([
      ['CONTACT_MISSING_OWN', 'OWN'],
      ['CONTACT_MISSING_PARTNER', 'PARTNER'],
      ['PROGRAMME_NOT_ENROLLED', 'OWN'],
      ['AGREEMENT_NOT_IN_FORCE', null],
    ]);
  });

  it('begins its onboarding; too early an activation is refused with every missing item', async () => {
    const { manager, partnershipId } = cast;
    await tells(cast, 'beginOnboarding', {
      programmeId,
      version: 1,
      targetActivationOn: '2025-02-03',
      occurredOn: '2025-01-13',
    });
    const refusal = await manager.refused('completeOnboarding', {
      partnershipId,
      tier: 'REGISTERED',
      activatedOn: '2025-01-20',
    });
    const codes = [
      'CONTACT_MISSING_OWN',
      'CONTACT_MISSING_PARTNER',
      'REQUIREMENT_UNMET:AGREEMENT',
      'REQUIREMENT_UNMET:NDA',
      'REQUIREMENT_UNMET:SALES_CERT',
      'AGREEMENT_NOT_IN_FORCE',
    ];
    expect([refusal.code, refusal.details.map(({ code }) => code)]).toEqual(['ONBOARDING_INCOMPLETE', codes]);
    expect((await missing(cast))?.map(([code]) => code)).toEqual(codes);
    expect(await partnershipOf(cast, 'state tier')).toEqual({ state: 'ONBOARDING', tier: null });
  });

  it('names its contacts, the partner’s by its own representative', async () => {
    const { representative, partnershipId, ownPersonId, partnerPersonId } = cast;
    await tells(cast, 'assignContact', { side: 'OWN', personId: ownPersonId, validFrom: '2025-01-14' });
    const confirmed = { partnershipId, side: 'PARTNER', personId: partnerPersonId, validFrom: '2025-01-15' };
    expect((await representative.refused('assignContact', confirmed)).details).toMatchObject([
      { code: 'ACCEPTANCE_MISSING' },
    ]);
    await representative.accepted(
      'assignContact',
      { ...confirmed, acceptedByPersonOn: '2025-01-15' },
      'partnership { id }',
    );
    const filter = `filter: { partnershipId: "${partnershipId}" }, sort: { by: side }`;
    expect(
      await rows(cast, `contactDirectory(${filter})`, 'companyName side name validFrom validUntil acceptedOn'),
    ).toEqual([
      {
        companyName: 'Brenner GmbH',
        side: 'OWN',
        name: 'Jana Brennersen',
        validFrom: '2025-01-14',
        validUntil: null,
        acceptedOn: null,
      },
      {
        companyName: 'Brenner GmbH',
        side: 'PARTNER',
        name: 'Nora Brennersen',
        validFrom: '2025-01-15',
        validUntil: null,
        acceptedOn: '2025-01-15',
      },
    ]);
    expect((await missing(cast))?.map(([code]) => code)).not.toContain('CONTACT_MISSING_PARTNER');
  });

  it('signs, hands in its evidence and goes live', async () => {
    await tells(cast, 'recordAgreement', agreementOf(cast));
    await tells(cast, 'recordRequirementEvidence', evidenceOf('NDA'));
    expect(await missing(cast)).toEqual([['REQUIREMENT_UNMET:SALES_CERT', 'PARTNER']]);
    await tells(cast, 'recordRequirementEvidence', evidenceOf('SALES_CERT'));
    expect(await missing(cast)).toEqual([]);
    await tells(cast, 'completeOnboarding', { tier: 'REGISTERED', activatedOn: '2025-02-03' });
    expect(await missing(cast)).toBe(undefined);
    expect(
      await partnershipOf(cast, 'state tier activatedOn contactOwn { personId } contactPartner { personId }'),
    ).toEqual({
      state: 'ACTIVE',
      tier: 'REGISTERED',
      activatedOn: '2025-02-03',
      contactOwn: { personId: cast.ownPersonId },
      contactPartner: { personId: cast.partnerPersonId },
    });
  });

  it('is reviewed by both sides, each with its own scores', async () => {
    const { representative, partnershipId, ownPersonId, partnerPersonId } = cast;
    await tells(cast, 'scheduleReview', { plannedOn: '2025-05-05', kind: 'QUARTERLY', occurredOn: '2025-04-07' });
    await tells(cast, 'holdReview', {
      heldOn: '2025-05-05',
      kind: 'QUARTERLY',
      participants: [
        { side: 'OWN', personId: ownPersonId },
        { side: 'PARTNER', personId: partnerPersonId },
      ],
      scoresOwn: { strategicFit: 3, results: 2, delivery: 2, communication: 3, trust: 2 },
      outcome: 'IMPROVE',
      summary: 'The partner wants more leads.',
      actions: [
        { text: 'Pass on ten leads.', ownerSide: 'OWN', ownerPersonId: ownPersonId, dueOn: '2025-06-02' },
        {
          text: 'Train a second salesperson.',
          ownerSide: 'PARTNER',
          ownerPersonId: partnerPersonId,
          dueOn: '2025-06-30',
        },
      ],
    });
    const calendar = `reviewCalendar(filter: { partnershipId: "${partnershipId}" })`;
    const [held] = await rows<{ id: string }>(cast, calendar, 'id');
    await representative.accepted(
      'submitPartnerScores',
      {
        partnershipId,
        reviewId: held?.id,
        submittedBy: partnerPersonId,
        scores: { strategicFit: 4, results: 3, delivery: 3, communication: 3, trust: 3 },
        occurredOn: '2025-05-12',
      },
      'partnership { id }',
    );
    expect(
      await rows(
        cast,
        calendar,
        'status plannedOn heldOn outcome meanScoreOwn meanScorePartner missingPartnerScores nextReviewOn summary participants { name }',
      ),
    ).toEqual([
      {
        status: 'HELD',
        plannedOn: '2025-05-05',
        heldOn: '2025-05-05',
        outcome: 'IMPROVE',
        meanScoreOwn: 2.4,
        meanScorePartner: 3.2,
        missingPartnerScores: false,
        nextReviewOn: '2025-11-01',
        summary: 'The partner wants more leads.',
        participants: [{ name: 'Jana Brennersen' }, { name: 'Nora Brennersen' }],
      },
    ]);
  });

  it('keeps its actions: one is done by the partner, one is moved', async () => {
    const { representative, partnershipId } = cast;
    const list = `actions(filter: { partnershipId: "${partnershipId}" })`;
    const [own, partners] = await rows<{ id: string }>(cast, list, 'id');
    const done = { partnershipId, completedOn: '2025-06-23', note: 'Certified.' };
    expect(await representative.refused('completeAction', { ...done, actionId: own?.id })).toMatchObject({
      code: 'FORBIDDEN',
    });
    await representative.accepted('completeAction', { ...done, actionId: partners?.id }, 'partnership { id }');
    await tells(cast, 'replanAction', {
      actionId: own?.id,
      newDueOn: '2025-07-14',
      reason: 'Holidays.',
      occurredOn: '2025-06-02',
    });
    expect(await rows(cast, list, 'text ownerName status dueOn originallyDueOn replanCount note')).toEqual([
      {
        text: 'Train a second salesperson.',
        ownerName: 'Nora Brennersen',
        status: 'COMPLETED',
        dueOn: '2025-06-30',
        originallyDueOn: '2025-06-30',
        replanCount: 0,
        note: 'Certified.',
      },
      {
        text: 'Pass on ten leads.',
        ownerName: 'Jana Brennersen',
        status: 'OPEN',
        dueOn: '2025-07-14',
        originallyDueOn: '2025-06-02',
        replanCount: 1,
        note: null,
      },
    ]);
    expect(await partnershipOf(cast, 'openActions')).toEqual({ openActions: 1 });
  });

  it('talks and brings results', async () => {
    await tells(cast, 'logCommunication', {
      on: '2025-06-10',
      channel: 'CALL',
      direction: 'TWO_WAY',
      scope: 'BETWEEN_PARTNERS',
      substantive: true,
      topic: 'Pipeline',
      participants: [cast.ownPersonId, cast.partnerPersonId],
      summary: 'Three deals in sight.',
    });
    await tells(cast, 'recordBusinessResult', {
      occurredOn: '2025-06-16',
      kind: 'JOINT_DEAL_WON',
      attribution: 'SOURCED',
      revenue: { amountCents: 1_250_000_00, currency: 'EUR' },
      newCustomer: true,
      customerRef: 'crm-4711',
      externalRef: 'deal-1',
    });
    expect(await partnershipOf(cast, 'lastContactOn lastReviewOn nextReviewOn')).toEqual({
      lastContactOn: '2025-06-10',
      lastReviewOn: '2025-05-05',
      nextReviewOn: '2025-11-01',
    });
    const timeline = `communicationTimeline(partnershipId: "${cast.partnershipId}")`;
    expect(await rows(cast, timeline, 'on direction topic summary')).toEqual([
      { on: '2025-06-10', direction: 'TWO_WAY', topic: 'Pipeline', summary: 'Three deals in sight.' },
    ]);
  });

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
      'ReviewScheduled',
      'ReviewHeld',
      'ActionAgreed',
      'ActionAgreed',
      'PartnerScoresSubmitted',
      'ActionCompleted',
      'ActionReplanned',
      'CommunicationLogged',
      'BusinessResultRecorded',
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
      PartnerScoresSubmitted: [
        '2025-05-12',
        'representative-brenner',
        'PARTNER',
        expect.stringContaining('3.2 on average'),
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
