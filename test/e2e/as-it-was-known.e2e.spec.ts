import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { type Cast, livePartnership, publishedProgramme, tells } from '../support/partnership-cast.js';
import { rows } from '../support/partnership-views.js';

interface Contacts {
  readonly contactDirectory: {
    readonly totalCount: number;
    readonly edges: readonly {
      readonly cursor: string;
      readonly node: { readonly name: string; readonly validUntil: string | null };
    }[];
  };
}

const question = `query ($knownAt: Instant, $filter: ContactFilter, $first: Int, $after: String) {
  contactDirectory(knownAt: $knownAt, filter: $filter, first: $first, after: $after, sort: { by: side }) {
    totalCount
    edges { cursor node { name validUntil } }
  }
}`;

/** The partner's contact leaves in March; the system learns of it later (domain.md 3.5, case D). */
describe('What was known at a moment', () => {
  let api: ApiUnderTest;
  let cast: Cast;
  /** When the system learned that the contact had left. */
  let learned: string;

  beforeAll(async () => {
    api = await startApiUnderTest();
    cast = await livePartnership(api, await publishedProgramme(api), 'Lumenta');
    const left = '2025-03-12';
    await tells(cast, 'relieveContact', { side: 'PARTNER', endsOn: left, occurredOn: left, reason: 'LEFT' });
    const list = `partnershipHistory(partnershipId: "${cast.partnershipId}", direction: NEWEST_FIRST, first: 1)`;
    [{ recordedAt: learned }] = (await rows<{ recordedAt: string }>(cast, list, 'recordedAt')) as [
      { recordedAt: string },
    ];
  });
  afterAll(() => api.dispose());

  const unknowing = (): string => new Date(Date.parse(learned) - 1).toISOString();
  const contacts = async (variables: object, actor: GraphqlActor = cast.head): Promise<Contacts['contactDirectory']> =>
    (await actor.query<Contacts>(question, variables)).contactDirectory;
  const onTheDay = async (knownAt?: string): Promise<readonly string[]> => {
    const filter = { partnershipId: cast.partnershipId, currentOn: '2025-03-31' };
    return (await contacts({ knownAt, filter })).edges.map(({ node: { name } }) => name);
  };

  it('names a contact for a day on which nobody knew of the leaving yet', async () => {
    expect(await onTheDay(unknowing())).toEqual(['Jana Lumentasen', 'Nora Lumentasen']);
    expect(await onTheDay(learned)).toEqual(['Jana Lumentasen']);
    expect(await onTheDay()).toEqual(['Jana Lumentasen']);
  });

  it('is paged and counted like what is known now', async () => {
    const first = await contacts({ knownAt: unknowing(), first: 1 });
    expect([first.totalCount, first.edges.map(({ node }) => node)]).toEqual([
      2,
      [{ name: 'Jana Lumentasen', validUntil: null }],
    ]);
    const second = await contacts({ knownAt: unknowing(), first: 1, after: first.edges[0]?.cursor });
    expect(second.edges.map(({ node }) => node)).toEqual([{ name: 'Nora Lumentasen', validUntil: null }]);
  });

  it('was nothing before the first event', async () => {
    expect(await contacts({ knownAt: '2001-01-01T00:00:00Z' })).toEqual({ totalCount: 0, edges: [] });
  });

  it('is shown to representatives of other partners no more than what is known now', async () => {
    const stranger = await api.actor('PARTNER_REP', { subject: 'stranger', partnerships: ['prt_elsewhere'] });
    expect(await contacts({ knownAt: learned }, stranger)).toEqual({ totalCount: 0, edges: [] });
  });

  it('is refused for a moment to come, and for what is no moment', async () => {
    const { errors } = await cast.head.send(question, { knownAt: '2999-01-01T00:00:00.000Z' });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'knownAt' } }]);
    expect(errors?.[0]?.message).toMatch(
      /^knownAt must not lie in the future: it is 2999-01-01T00:00:00.000Z, and now is .*Z\. Leave it out to ask for what is known now\.$/,
    );
    const bad = await cast.head.send(question, { knownAt: '2025-03-31' });
    expect(bad.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(bad.errors?.[0]?.message).toContain('2025-03-31');
  });

  it('is asked only of lists that keep it', async () => {
    const { errors } = await cast.head.send(`{ partnerships(knownAt: "${learned}") { totalCount } }`);
    expect(errors?.[0]?.message).toContain('Unknown argument "knownAt"');
  });
});
