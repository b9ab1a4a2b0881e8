import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { type Cast, livePartnership, publishedProgramme, tells } from '../support/partnership-cast.js';
import { partnershipOf, rows } from '../support/partnership-views.js';

let api: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  api = await startApiUnderTest();
  cast = await livePartnership(api, await publishedProgramme(api), 'Brenner');
});
afterAll(() => api.dispose());

describe('a partnership that is live', () => {
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

  it('tells all of it in its history, with who did what', async () => {
    const history = await rows<{ type: string; occurredOn: string; actor: { userId: string }; sentence: string }>(
      cast,
      `partnershipHistory(partnershipId: "${cast.partnershipId}", first: 100)`,
      'type occurredOn sentence actor { userId }',
    );
    const types = history.map(({ type }) => type);
    expect(types.slice(types.indexOf('PartnershipOnboarded') + 1)).toEqual([
      'ReviewScheduled',
      'ReviewHeld',
      'ActionAgreed',
      'ActionAgreed',
      'PartnerScoresSubmitted',
      'ActionCompleted',
      'ActionReplanned',
      'CommunicationLogged',
      'BusinessResultRecorded',
    ]);
    expect(history.find(({ type }) => type === 'PartnerScoresSubmitted')).toMatchObject({
      occurredOn: '2025-05-12',
      actor: { userId: 'representative-brenner' },
      sentence: expect.stringContaining('3.2 on average') as string,
    });
  });
});
