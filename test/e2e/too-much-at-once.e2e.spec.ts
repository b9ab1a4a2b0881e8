import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { expectNothingWritten } from '../support/nothing-written.js';
import { RawRequests } from '../support/raw-requests.js';

let api: ApiUnderTest;
let requests: RawRequests;
beforeAll(async () => {
  api = await startApiUnderTest();
  requests = await RawRequests.to(api);
});
afterAll(() => api.dispose());

describe('an operation that asks for too much', () => {
  expectNothingWritten(() => api);
  const nested = (levels: number): string => (levels === 0 ? 'name' : `ofType { ${nested(levels - 1)} }`);
  const fragmentBomb = (levels: number): string =>
    `{ ...f0 } ${Array.from({ length: levels }, (_, level) => `fragment f${level} on Query { ...f${level + 1} ...f${level + 1} }`).join(' ')} fragment f${levels} on Query { __typename }`;

  it.each<[string, string, RegExp]>([
    ['too deep', `{ __type(name: "Query") { ${nested(16)} } }`, /depth is 18; at most 16/],
    [
      'too many fields under other names',
      `{ partnerships { ${Array.from({ length: 31 }, (_, i) => `a${i}: totalCount`).join(' ')} } }`,
      /aliases is 31; at most 30/,
    ],
    ['too many questions at once', `{ ${'partnerships { totalCount } '.repeat(21)} }`, /roots is 21; at most 20/],
    [
      'more rows than a server should load',
      `{ ${Array.from({ length: 15 }, (_, i) => `a${i}: partnerships(first: 100) { edges { node { id companyId companyName category state tier managerId openedOn lastContactOn nextReviewOn contactOwn { personId validFrom } contactPartner { personId validFrom } } } }`).join(' ')} }`,
      /cost is \d+; at most 20000/,
    ],
    ['fragments that double themselves', fragmentBomb(40), /cost is/],
  ])('%s is refused with the limit and the way out', async (_case, query, message) => {
    const { status, errors } = await requests.ask(query);
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['QUERY_TOO_LARGE']]);
    expect(errors.at(0)?.message).toMatch(message);
  });

  it.each<[string, string]>([
    ['repeats one field for ever', `{ ${'partnership '.repeat(1_600)} }`],
    ['opens brackets for ever', `{ ${'a{'.repeat(3_000)}`],
    ['has fragments that use each other', 'fragment a on Query { ...b } fragment b on Query { ...a } { ...a }'],
    [
      'asks the schema in circles',
      `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} } '.repeat(5)} } } }`,
    ],
  ])('and one that %s is refused as well', async (_case, query) => {
    const { status, errors } = await requests.ask(query);
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  });

  it('leaves room for the explorer, which asks for the whole schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(await requests.ask(getIntrospectionQuery())).toEqual({ status: 200, errors: [] });
  });
});

describe('a page that cannot be had', () => {
  expectNothingWritten(() => api);
  const cursor = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

  it.each<[string, string, string, string]>([
    ['is too large', 'first: 101', 'first', 'first must be between 1 and 100. Page on with a cursor.'],
    ['is empty', 'first: 0', 'first', 'first must be between 1 and 100. Page on with a cursor.'],
    ['is negative', 'last: -1', 'last', 'last must be between 1 and 100. Page on with a cursor.'],
    [
      'goes both ways',
      'first: 1, last: 1',
      'last',
      'Page either forwards with first, or backwards with last, not both.',
    ],
    [
      'is behind nonsense',
      'after: "nonsense"',
      'after',
      'after must be a cursor that this list, with this sorting, handed out.',
    ],
    [
      'is behind JSON of another kind',
      `after: "${cursor({ $gt: '' }, 'prt_1')}"`,
      'after',
      'after must be a cursor that this list, with this sorting, handed out.',
    ],
    [
      'is behind a cursor of another list',
      `after: "${cursor('a', 'b', 'prt_1')}"`,
      'after',
      'after must be a cursor that this list, with this sorting, handed out.',
    ],
    [
      'is before nothing',
      'last: 1, before: ""',
      'before',
      'before must be a cursor that this list, with this sorting, handed out.',
    ],
  ])('because it %s names the argument and the rule', async (_case, args, argument, message) => {
    const { errors } = await requests.ask(`{ partnerships(${args}) { edges { cursor } } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it.each(['nonsense', '7', '9'.repeat(21), "' OR 1=1 --        "])(
    'nor waits for the position %p',
    async (position) => {
      const { status, errors } = await requests.ask(
        '{ partnerships { totalCount } }',
        {},
        { 'accord-position': position },
      );
      expect([status, errors]).toMatchObject([
        400,
        [
          {
            message: 'accord-position must be a position that a command or a response handed out.',
            extensions: { code: 'BAD_USER_INPUT', argument: 'accord-position' },
          },
        ],
      ]);
    },
  );
});
