import { type Role, roles } from '#identity';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { aboutReadModels, askEverything } from '../support/ask-everything.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { expectNothingWritten } from '../support/nothing-written.js';
import { type Cast, livePartnership, publishedProgramme, tells } from '../support/partnership-cast.js';
import { formalInput, mutationsOf, queriesOf, subscriptionsOf } from '../support/schema-walk.js';

const scores = { strategicFit: 4, results: 4, delivery: 4, communication: 4, trust: 4 };
/** The topic and the summary of an exchange inside the own company. */
const internal = ['Whitewater', 'Blackwater'] as const;

let api: ApiUnderTest;
let nordlicht: Cast;
let ostwind: Cast;
beforeAll(async () => {
  api = await startApiUnderTest();
  const programmeId = await publishedProgramme(api);
  nordlicht = await livePartnership(api, programmeId, 'Nordlicht');
  ostwind = await livePartnership(api, programmeId, 'Ostwind');
  for (const cast of [nordlicht, ostwind]) await year(cast);
});
afterAll(() => api.dispose());

/** Something for every list: a review with an action, exchanges, a vacancy, an offer to end. */
async function year(cast: Cast): Promise<void> {
  const { partnershipId, managerId, ownPersonId, partnerPersonId } = cast;
  const exchange = {
    on: '2025-03-10',
    channel: 'CALL',
    direction: 'TWO_WAY',
    substantive: true,
    participants: [ownPersonId, partnerPersonId],
  };
  await tells(cast, 'logCommunication', {
    ...exchange,
    scope: 'BETWEEN_PARTNERS',
    topic: 'Pipeline',
    summary: `{{person:${partnerPersonId}}} sees three deals.`,
  });
  await tells(cast, 'logCommunication', {
    ...exchange,
    participants: [ownPersonId],
    scope: 'INTERNAL_OWN',
    topic: internal[0],
    summary: `${internal[1]}: we end it.`,
  });
  await tells(cast, 'holdReview', {
    heldOn: '2025-05-05',
    kind: 'QUARTERLY',
    participants: [
      { side: 'OWN', personId: ownPersonId },
      { side: 'PARTNER', personId: partnerPersonId },
    ],
    scoresOwn: scores,
    outcome: 'IMPROVE',
    summary: `${cast.word} promised a second salesperson.`,
    actions: [{ text: 'Train one person.', ownerSide: 'PARTNER', ownerPersonId: partnerPersonId, dueOn: '2025-06-02' }],
  });
  await tells(cast, 'relieveContact', { side: 'OWN', endsOn: '2025-07-01', reason: 'LEFT', occurredOn: '2025-07-01' });
  await cast.head.accepted(
    'proposeMutualTermination',
    {
      partnershipId,
      side: 'OWN',
      occurredOn: '2025-08-04',
      acceptBy: '2025-09-01',
      declaredBy: ownPersonId,
      authority: 'STATUTORY',
      requestedBy: `user-of-${managerId}`,
      terms: {
        endsOn: '2025-12-31',
        windDownItems: [],
        customerHandover: { count: 3, target: 'PARTNER' },
        openDealsRule: `Deals of ${cast.word} are closed by whoever registered them.`,
        finalSettlement: { text: 'Within 30 days.' },
        compensationClause: { section89bAssessment: 'OPEN' },
        confidentialityMonths: 24,
        publicStatement: 'Both thank each other.',
        reasonCode: 'STRATEGY_DIVERGED',
        form: 'WRITTEN',
      },
    },
    'partnership { id }',
  );
}

describe('who may send which command', () => {
  /** The commands that a role is not refused for being that role. */
  async function commandsOf(role: Role): Promise<readonly string[]> {
    const actor = await api.actor(role);
    const names: string[] = [];
    for (const { name } of mutationsOf(api.schema)) {
      const { data } = await actor.send<{ answer: { message?: string; code?: string } }>(
        `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { answer: ${name}(input: $input) { ... on CommandRejected { code message } } }`,
        { input: formalInput(api.schema, name) },
      );
      expect(data?.answer).toBeDefined();
      const { code, message = '' } = data?.answer ?? {};
      if (code !== 'FORBIDDEN' || !message.includes(' needs one of the roles ')) names.push(name);
    }
    return names;
  }
  const all = (): readonly string[] => mutationsOf(api.schema).map(({ name }) => name);
  const allBut =
    (...excepted: readonly string[]) =>
    () =>
      all().filter((name) => !excepted.includes(name));

  it.each<[Role, () => readonly string[]]>([
    ['AUDITOR', () => []],
    [
      'ANALYST',
      () => [
        'dropBuild',
        'pauseProjection',
        'promoteBuild',
        'rebuildProjection',
        'resumeProjection',
        'retryParkedDocument',
        'skipParkedEvent',
        'takeProjectionBack',
      ],
    ],
    ['EXECUTIVE', () => ['acceptMutualTermination']],
    ['COMPLIANCE', () => ['erasePersonData', 'requestErasure', 'restrictPersonData']],
    [
      'PARTNER_REP',
      () => [
        'acceptMutualTermination',
        'assignContact',
        'completeAction',
        'completeWindDownItem',
        'counterProposeMutualTermination',
        'proposeMutualTermination',
        'rejectMutualTermination',
        'submitPartnerScores',
        'withdrawMutualTerminationProposal',
      ],
    ],
    [
      'SYSTEM',
      () => [
        'assignContact',
        'assignPartnerManager',
        'commitImport',
        'expireProposal',
        'importPartnership',
        'recordAgreement',
        'recordBusinessResult',
        'registerContactPerson',
        'registerPartnerCompany',
        'rejectImportRow',
        'stageImport',
      ],
    ],
    [
      'PARTNER_MANAGER',
      allBut(
        'appointPartnerManager',
        'commitImport',
        'dismissPartnerManager',
        'draftProgramme',
        'dropBuild',
        'erasePersonData',
        'expireProposal',
        'importPartnership',
        'pauseProjection',
        'promoteBuild',
        'publishProgrammeVersion',
        'rebuildProjection',
        'rejectImportRow',
        'restrictPersonData',
        'resumeProjection',
        'retireProgramme',
        'retryParkedDocument',
        'reviseDraft',
        'setCapacity',
        'skipParkedEvent',
        'stageImport',
        'takeProjectionBack',
      ),
    ],
    ['HEAD_OF_PARTNERING', allBut('erasePersonData', 'expireProposal', 'restrictPersonData')],
  ])('%s: exactly these, whatever the input says', async (role, commands) => {
    expect(await commandsOf(role)).toEqual(commands());
  });

  it('is said for every role of the domain', () => {
    expect(roles).toHaveLength(8);
  });
});

describe('a representative of a partner', () => {
  const ofOthers = () => [
    ostwind.partnershipId,
    ostwind.companyId,
    ostwind.managerId,
    ostwind.ownPersonId,
    ostwind.partnerPersonId,
    'Ostwind',
  ];
  const ownSideOnly = [
    ...aboutReadModels,
    'contactPersons',
    'importBatch',
    'importBatches',
    'partnerCompanies',
    'partnerManagers',
    'portfolio',
  ];

  it('finds the own partnership in every list that is not for the own side, and nobody else’s', async () => {
    for (const query of queriesOf(api.schema)) {
      const { data, errors } = await askEverything(nordlicht.representative, query, nordlicht);
      if (ownSideOnly.includes(query.name)) {
        expect([query.name, errors?.map(({ extensions }) => extensions.code)]).toEqual([query.name, ['FORBIDDEN']]);
        continue;
      }
      expect([query.name, errors]).toEqual([query.name, undefined]);
      const answer = JSON.stringify(data);
      for (const word of [...ofOthers(), ...internal])
        expect([query.name, answer]).toEqual([query.name, expect.not.stringContaining(word)]);
      if (query.isConnection && !['onboardingBoard'].includes(query.name))
        expect([query.name, answer]).toEqual([query.name, expect.not.stringContaining('"edges":[]')]);
    }
  });

  it('gets nothing when asking for what belongs to others by its id', async () => {
    for (const query of queriesOf(api.schema).filter(({ name }) => !ownSideOnly.includes(name)))
      for (const filter of ['partnershipId', 'companyId', 'managerId', 'personId']) {
        const { data, errors } = await askEverything(nordlicht.representative, query, ostwind, filter);
        expect([query.name, errors]).toEqual([query.name, undefined]);
        for (const word of ofOthers())
          expect([query.name, JSON.stringify(data)]).toEqual([query.name, expect.not.stringContaining(word)]);
      }
  });

  it('who represents nobody sees nothing', async () => {
    const stranger = await api.actor('PARTNER_REP', { subject: 'stranger' });
    const answer = await stranger.query<object>(
      '{ partnerships { totalCount edges { node { id } } } vacancies { totalCount } actions { totalCount } }',
    );
    expect(answer).toEqual({
      partnerships: { totalCount: 0, edges: [] },
      vacancies: { totalCount: 0 },
      actions: { totalCount: 0 },
    });
  });
});

describe('names', () => {
  const words = ['Nordlichtsen', 'Ostwindsen', 'sen.example', '5550100'];
  const shownTo = async (actor: GraphqlActor): Promise<string> => {
    const answers: unknown[] = [];
    for (const query of queriesOf(api.schema)) {
      const { data, errors } = await askEverything(actor, query, nordlicht);
      // Nothing may be rehearsed, and kept documents are not for everybody: what is answered has to be as clean.
      if (!aboutReadModels.includes(query.name)) expect([query.name, errors]).toEqual([query.name, undefined]);
      answers.push(data);
    }
    return JSON.stringify(answers);
  };

  it('are shown to auditors', async () => {
    const shown = await shownTo(await api.actor('AUDITOR'));
    expect(words.filter((word) => !shown.includes(word))).toEqual([]);
  });

  it('are hidden from analysts, in lists, histories and texts', async () => {
    const shown = await shownTo(await api.actor('ANALYST'));
    expect(words.filter((word) => shown.includes(word))).toEqual([]);
    expect(shown).toContain(nordlicht.partnerPersonId);
  });

  it('and mail addresses stand in no event, and neither do summaries', async () => {
    const secrets = [...words, internal[1], 'second salesperson', 'three deals'];
    for await (const { data, metadata, stream } of api.platform.store.readAll()) {
      const event = JSON.stringify([data, metadata]);
      expect([stream, secrets.filter((word) => event.includes(word))]).toEqual([stream, []]);
    }
  });
});

describe('the actor of a command', () => {
  it('stands in each of its events: who, in which roles, for which side', async () => {
    const { representative, partnershipId, partnerPersonId } = nordlicht;
    await representative.accepted(
      'rejectMutualTermination',
      {
        partnershipId,
        proposalId: (
          await representative.query<{ partnership: { proposal: { proposalId: string } } }>(
            `{ partnership(id: "${partnershipId}") { proposal { proposalId } } }`,
          )
        ).partnership.proposal.proposalId,
        side: 'PARTNER',
        declaredBy: partnerPersonId,
        occurredOn: '2025-08-11',
      },
      'partnership { id }',
    );
    const actors = new Map<string, unknown>();
    for await (const { type, metadata } of api.platform.store.read(`partnership-${partnershipId}`))
      actors.set(type, [metadata['actor'], metadata['source']]);
    expect(Object.fromEntries(actors)).toMatchObject({
      PartnershipProposed: [{ userId: 'carla', roles: ['HEAD_OF_PARTNERING'], onBehalfOfSide: 'OWN' }, 'API'],
      PartnershipOnboarded: [{ userId: 'manager-nordlicht', roles: ['PARTNER_MANAGER'], onBehalfOfSide: 'OWN' }, 'API'],
      MutualTerminationRejected: [
        { userId: 'representative-nordlicht', roles: ['PARTNER_REP'], onBehalfOfSide: 'PARTNER' },
        'API',
      ],
    });
    expect(JSON.stringify([...actors.values()])).not.toContain('partnershipIds');
  });
});

describe('without a token', () => {
  expectNothingWritten(() => api);

  it('no question and no command can be reached', async () => {
    const roots = [
      ...queriesOf(api.schema).map((root) => ['query', root] as const),
      ...mutationsOf(api.schema).map((root) => ['mutation', root] as const),
      ...subscriptionsOf(api.schema).map((root) => ['subscription', root] as const),
    ];
    expect(roots.length).toBeGreaterThan(60);
    for (const [kind, { name, required, everything }] of roots) {
      const declared = Object.entries(required).map(([argument, type]) => `$${argument}: ${type}`);
      const passed = Object.keys(required).map((argument) => `${argument}: $${argument}`);
      const selection = kind === 'mutation' ? ' { __typename }' : everything;
      const list = (items: readonly string[]): string => (items.length === 0 ? '' : `(${items.join(', ')})`);
      const response = await fetch(`${api.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `${kind}${list(declared)} { ${name}${list(passed)}${selection} }`,
          variables:
            kind === 'mutation' ? { input: formalInput(api.schema, name) } : { partnershipId: 'prt_0', id: 'prt_0' },
        }),
      });
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      expect([name, response.status, errors.map(({ extensions }) => extensions.code)]).toEqual([
        name,
        401,
        ['UNAUTHENTICATED'],
      ]);
    }
  });

  it('only health and the pages that explain it can be reached', async () => {
    const statuses = await Promise.all(
      ['/', '/explorer', '/health/live', '/health/ready', '/data/accord.db', '/graphql'].map(
        async (path) =>
          [path, (await fetch(`${api.url}${path}`, { headers: { 'apollo-require-preflight': '1' } })).status] as const,
      ),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      '/': 200,
      '/explorer': 200,
      '/health/live': 200,
      '/health/ready': 200,
      '/data/accord.db': 404,
      '/graphql': 401,
    });
  });
});
