import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { type Cast, proposedPartnership } from '../support/partnership-cast.js';
import { proposalsFile as file } from '../support/proposals-file.js';

/** The folder: one file that is in order, and one for each way to be wrong. */
const files: Readonly<Record<string, string>> = {
  'a-proposals.ts': file('proposals', 'ProposalSeen').replace('version: 1,', 'version: 1,\n  temporal: true,'),
  'b-broken.ts': file('broken', 'Broken').replace('export default', 'export defualt'),
  'c-throws.ts': file('throws', 'Throwing', "throw new Error('not today');"),
  'd-invalid.ts': file('Invalid Name', 'Invalid'),
  'e-same-name.ts': file('proposals', 'Other'),
  'f-built-in.ts': file('partnership-overview', 'BuiltIn'),
  'g-same-type.ts': file('same-type', 'ProposalSeen'),
  'h-built-in-type.ts': file('built-in-type', 'Partnership'),
  'i-built-in-query.ts': file('built-in-query', 'Vacancy'),
  'j-enum.ts': file('wrong-enum', 'WrongEnum').replace("['SHORT', 'LONG']", "['SHORT', 'LONG', 'very long']"),
  'k-no-type.ts': file('no-type', 'NoType').replace('@Field(() => ID)', '@Field()'),
  'l-own-type.ts': file('own-type', 'Own').replace("enumType('OwnSize'", "enumType('OwnGroup'"),
  'm-input-type.ts': file('input-type', 'ActionFilter'),
  'n-condition.ts': file('condition', 'StringCondition'),
  'o-object-condition.ts': file('object-condition', 'ProposalSeenWordingCondition'),
  'proposals.spec.ts': 'throw new Error("specs are not loaded");',
  'readme.md': 'Neither is this.',
};

let folder: string;
let api: ApiUnderTest;
let analyst: GraphqlActor;
let casts: readonly Cast[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'accord-projections-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  api = await startApiUnderTest({ ACCORD_PROJECTIONS: folder });
  casts = [
    await proposedPartnership(api, 'Adler'),
    await proposedPartnership(api, 'Brennerei', 'SERVICE'),
    await proposedPartnership(api, 'Classen'),
  ];
  analyst = await api.actor('ANALYST');
  analyst.seen = casts.at(-1)?.manager.seen ?? casts.at(-1)?.head.seen;
});

afterAll(async () => {
  await api.dispose();
  await rm(folder, { recursive: true, force: true });
});

interface List {
  readonly proposalSeens: {
    readonly edges: readonly { readonly cursor: string; readonly node: { readonly reason: string } }[];
    readonly totalCount: number;
    readonly position: string;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const list = (args: string): Promise<List> =>
  analyst.query<List>(
    `{ proposalSeens(${args}) { edges { cursor node { reason } } totalCount position pageInfo { hasNextPage endCursor } } }`,
  );

/** The first words of the reasons in a list: the companies' words. */
const words = async (args: string): Promise<readonly string[]> =>
  (await list(args)).proposalSeens.edges.map(({ node }) => node.reason.split(' ')[0] ?? '');

describe('the documents of a projection file', () => {
  const asked = `explain(field: "managerIds") { isComplete events { type changes { path before after } } }`;
  const assigned = {
    explain: {
      isComplete: true,
      events: [
        { type: 'PartnershipProposed', changes: [{ path: 'managerIds', before: null, after: '[]' }] },
        {
          type: 'PartnerManagerAssigned',
          changes: [{ path: 'managerIds.0', before: null, after: expect.stringContaining('mgr_') as string }],
        },
      ],
    },
  };

  it('say which events made them, or one of their fields, what they are', async () => {
    const id = casts[0]?.partnershipId;
    const found = await analyst.query(`query ($id: ID!) { proposalSeen(id: $id) { ${asked} } }`, { id });
    expect(found).toEqual({ proposalSeen: assigned });
    const listed = await analyst.query<{ readonly proposalSeens: { readonly edges: readonly unknown[] } }>(
      `{ proposalSeens(first: 2) { edges { node { ${asked} } } } }`,
    );
    expect(listed.proposalSeens.edges).toEqual([{ node: assigned }, { node: assigned }]);
  });

  it('are explained some at a time, and to those who look into read models', async () => {
    const page = await analyst.send(`{ proposalSeens(first: 100) { edges { node { ${asked} } } } }`);
    expect(page.errors?.[0]?.message).toContain('cost is');
    const manager = await casts[0]?.manager.send(`{ proposalSeens(first: 1) { edges { node { ${asked} } } } }`);
    expect(manager?.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('the list of a projection file', () => {
  it('is paged both ways, and says how many there are', async () => {
    const sort = 'sort: { by: reason }';
    const { proposalSeens: first } = await list(`first: 2, ${sort}`);
    expect(first.edges.map(({ node }) => node.reason.split(' ')[0])).toEqual(['Adler', 'Brennerei']);
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    expect(await words(`first: 2, after: "${first.pageInfo.endCursor}", ${sort}`)).toEqual(['Classen']);
    expect(await words(`last: 1, before: "${first.pageInfo.endCursor}", ${sort}`)).toEqual(['Adler']);
  });

  it('says up to where it holds the log', async () => {
    const { proposalSeens } = await list('first: 1');
    expect(proposalSeens.position >= (analyst.seen ?? '')).toBe(true);
  });

  it.each([
    ['category: { eq: SERVICE }', ['Brennerei']],
    ['category: { in: [SALES, TECHNOLOGY] }', ['Adler', 'Classen']],
    ['reason: { startsWith: "Bren" }', ['Brennerei']],
    ['size: { eq: LONG }', ['Brennerei']],
    ['words: { gte: 9, lt: 10 }', ['Adler', 'Brennerei', 'Classen']],
    ['words: { gt: 9 }', []],
    ['perManager: { lte: 9.0 }', ['Adler', 'Brennerei', 'Classen']],
    ['perManager: { isNull: true }', []],
    ['proposedOn: { gte: "2025-01-06", lte: "2025-01-06" }', ['Adler', 'Brennerei', 'Classen']],
    ['proposedOn: { gt: "2025-01-06" }', []],
    ['managed: { eq: true }, reason: { startsWith: "A" }', ['Adler']],
    ['wording: { first: { startsWith: "Bren" } }', ['Brennerei']],
    ['wording: { words: { has: "Classen" }, first: { isNull: false } }', ['Classen']],
    ['wording: { words: { has: "Classen" }, first: { eq: "Adler" } }', []],
    ['wording: { first: null }', ['Adler', 'Brennerei', 'Classen']],
  ])('is narrowed by %s', async (filter, expected) => {
    expect(await words(`filter: { ${filter} }, sort: { by: reason }`)).toEqual(expected);
  });

  it('is narrowed by an element of a list', async () => {
    const [, second] = casts;
    const managerId = `{ has: "${second?.managerId ?? ''}" }`;
    expect(await words(`filter: { managerIds: ${managerId} }`)).toEqual(['Brennerei']);
    expect(await words(`filter: { duties: { managerId: ${managerId} } }`)).toEqual(['Brennerei']);
  });

  it('says which conditions an index serves', async () => {
    const { __type: type } = await analyst.query<{
      readonly __type: { readonly inputFields: readonly { readonly name: string; readonly description: string }[] };
    }>('{ __type(name: "ProposalSeenFilter") { inputFields { name description } } }');
    const described = new Map(type.inputFields.map(({ name, description }) => [name, description]));
    expect(['words', 'reason', 'wording', 'duties'].map((name) => described.get(name))).toEqual([
      'Indexed.',
      'Without an index.',
      'Indexed by first.',
      'Without an index.',
    ]);
  });

  it('is sorted by any field with a single value', async () => {
    expect(await words('sort: { by: reason, direction: desc }')).toEqual(['Classen', 'Brennerei', 'Adler']);
    expect((await words('sort: { by: category }')).at(-1)).toBe('Brennerei');
  });

  it('has the limits of every list', async () => {
    const { errors } = await analyst.send('{ proposalSeens(first: 101) { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'first' } }]);
  });
});

describe('one document of a projection file', () => {
  const one = (id: string): Promise<unknown> =>
    analyst.query(`{ proposalSeen(id: "${id}") { id category words managed } }`);

  it('is found by its id', async () => {
    const id = casts[0]?.partnershipId ?? '';
    expect(await one(id)).toEqual({ proposalSeen: { id, category: 'SALES', words: 9, managed: true } });
  });

  it('is null when there is none', async () => {
    expect(await one('prt_none')).toEqual({ proposalSeen: null });
  });
});

describe('the groups of a projection file', () => {
  it('count and add up', async () => {
    const groups = await analyst.query(
      `{ proposalSeenGroups(by: [category, managed]) {
           keys { category managed words } count sum { words } avg { perManager } min { proposedOn } max { words }
         } }`,
    );
    const common = { avg: { perManager: 9 }, min: { proposedOn: '2025-01-06' }, max: { words: 9 } };
    expect(groups).toEqual({
      proposalSeenGroups: [
        { keys: { category: 'SALES', managed: true, words: null }, count: 2, sum: { words: 18 }, ...common },
        { keys: { category: 'SERVICE', managed: true, words: null }, count: 1, sum: { words: 9 }, ...common },
      ],
    });
  });

  it('are made of what a filter selects, all together when grouped by nothing', async () => {
    expect(
      await analyst.query('{ proposalSeenGroups(by: [], filter: { size: { eq: SHORT } }) { count sum { words } } }'),
    ).toEqual({ proposalSeenGroups: [{ count: 2, sum: { words: 18 } }] });
  });
});

describe('what a temporal projection file knew at a moment', () => {
  it('is listed, found and grouped like what it knows now', async () => {
    const id = casts[0]?.partnershipId ?? '';
    const { partnershipHistory } = await analyst.query<{
      readonly partnershipHistory: { readonly edges: readonly { readonly node: { readonly recordedAt: string } }[] };
    }>(`{ partnershipHistory(partnershipId: "${id}") { edges { node { recordedAt } } } }`);
    const [proposed = '', managed = ''] = partnershipHistory.edges.map(({ node }) => node.recordedAt);
    const known = (at: string): Promise<unknown> =>
      analyst.query(
        `{ proposalSeens(knownAt: "${at}", filter: { wording: { first: { eq: "Adler" } } }) { totalCount edges { node { id managed } } }
           proposalSeen(knownAt: "${at}", id: "${id}") { id managed }
           proposalSeenGroups(knownAt: "${at}", by: [managed]) { keys { managed } count } }`,
      );
    const then = { id, managed: false };
    expect(await known(new Date(Date.parse(managed) - 1).toISOString())).toEqual({
      proposalSeens: { totalCount: 1, edges: [{ node: then }] },
      proposalSeen: then,
      proposalSeenGroups: [{ keys: { managed: false }, count: 1 }],
    });
    expect(await known(new Date(Date.parse(proposed) - 1).toISOString())).toEqual({
      proposalSeens: { totalCount: 0, edges: [] },
      proposalSeen: null,
      proposalSeenGroups: [],
    });
  });
});

describe('a representative', () => {
  it.each([
    'proposalSeens { totalCount }',
    'proposalSeen(id: "x") { id }',
    'proposalSeenGroups(by: []) { count }',
    'projectionFiles { file }',
  ])('is refused %s', async (query) => {
    const { errors } = (await casts[0]?.representative.send(`{ ${query} }`)) ?? {};
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});

describe('the folder', () => {
  it('says which files are used, and what is wrong with the others', async () => {
    const { projectionFiles: files } = await analyst.query<{ readonly projectionFiles: readonly object[] }>(
      '{ projectionFiles { file name error } }',
    );
    expect(files).toEqual([
      { file: 'a-proposals.ts', name: 'proposals', error: null },
      { file: 'b-broken.ts', name: null, error: expect.stringMatching(/^b-broken.ts:\d+:\d+: Declaration/) as string },
      { file: 'c-throws.ts', name: null, error: 'c-throws.ts: It throws when it is loaded: not today' },
      {
        file: 'd-invalid.ts',
        name: null,
        error: expect.stringContaining('name is "Invalid Name"; it must be') as string,
      },
      {
        file: 'e-same-name.ts',
        name: 'proposals',
        error: 'The projection "proposals" belongs to a-proposals.ts already. Give yours another name.',
      },
      {
        file: 'f-built-in.ts',
        name: 'partnership-overview',
        error: 'The projection "partnership-overview" belongs to the system itself already. Give yours another name.',
      },
      {
        file: 'g-same-type.ts',
        name: 'same-type',
        error: expect.stringContaining('The GraphQL type "ProposalSeen" belongs to a-proposals.ts already') as string,
      },
      {
        file: 'h-built-in-type.ts',
        name: 'built-in-type',
        error: expect.stringContaining('The GraphQL type "Partnership" belongs to the system itself') as string,
      },
      {
        file: 'i-built-in-query.ts',
        name: 'built-in-query',
        error: expect.stringContaining('The query "vacancies" belongs to the system itself') as string,
      },
      {
        file: 'j-enum.ts',
        name: null,
        error: expect.stringContaining('Names must only contain [_a-zA-Z0-9] but "very long" does not') as string,
      },
      {
        file: 'k-no-type.ts',
        name: null,
        error: expect.stringContaining('The field "id" of NoType does not say its type') as string,
      },
      {
        file: 'l-own-type.ts',
        name: 'own-type',
        error: 'The GraphQL type "OwnGroup" is wanted twice here: its queries need it too. Give yours another name.',
      },
      {
        file: 'm-input-type.ts',
        name: 'input-type',
        error: expect.stringContaining('The GraphQL type "ActionFilter" belongs to the system itself') as string,
      },
      {
        file: 'n-condition.ts',
        name: 'condition',
        error: expect.stringContaining('The GraphQL type "StringCondition" belongs to the system itself') as string,
      },
      {
        file: 'o-object-condition.ts',
        name: 'object-condition',
        error:
          'The GraphQL type "ProposalSeenWordingCondition" belongs to a-proposals.ts already. Give yours another name.',
      },
    ]);
  });

  it('is not needed, but has to be there when it is named', async () => {
    await expect(startApiUnderTest({ ACCORD_PROJECTIONS: join(folder, 'none') })).rejects.toThrow(
      /ACCORD_PROJECTIONS is ".*none", which cannot be read as a folder \(ENOENT.*Correct it or leave it out/,
    );
  });
});
