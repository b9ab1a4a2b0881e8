import { join } from 'node:path';
import { SignJWT, UnsecuredJWT } from 'jose';
import { type Role, issueToken, loadOrCreateKey, TOKEN_AUDIENCE, TOKEN_ISSUER } from '#identity';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { expectNothingWritten } from '../support/nothing-written.js';

interface HttpAnswer {
  readonly status: number;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

const anyQuery = '{ partnerships { totalCount } }';
const anyCommand = `mutation { registerPartnerCompany(input: { legalName: "Nordlicht GmbH", country: "DE" }) { __typename } }`;
const MAX_BODY_BYTES = 20_000;

let api: ApiUnderTest;
let token: string;
beforeAll(async () => {
  api = await startApiUnderTest({ ACCORD_MAX_BODY_BYTES: String(MAX_BODY_BYTES) });
  token = await api.token({ subject: 'carla', roles: ['HEAD_OF_PARTNERING'] });
});
afterAll(() => api.dispose());

/** Sends a body as it is. */
async function post(body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> {
  const response = await fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: body as string,
  });
  expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
  const { errors = [] } = (await response.json()) as Partial<HttpAnswer>;
  return { status: response.status, errors };
}

function ask(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}) {
  return post(JSON.stringify({ query, variables }), headers);
}

describe('a request that is no GraphQL', () => {
  expectNothingWritten(() => api);

  it.each<[string, string | Uint8Array, Readonly<Record<string, string>>, number, string, string]>([
    [
      'is larger than allowed',
      'x'.repeat(MAX_BODY_BYTES + 1),
      {},
      413,
      'BODY_TOO_LARGE',
      `than ${MAX_BODY_BYTES} bytes`,
    ],
    ['ends in the middle', '{ "query": ', {}, 400, 'BAD_REQUEST', 'not valid JSON'],
    ['is empty', '', {}, 400, 'BAD_REQUEST', 'cannot be empty'],
    ['is no UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), {}, 400, 'BAD_REQUEST', 'not valid JSON'],
    ['reaches for the prototype', '{"query":"{ a }","__proto__":{}}', {}, 400, 'BAD_REQUEST', 'not valid JSON'],
    ['is a number', '1', {}, 400, 'BAD_REQUEST', 'POST body missing'],
    ['holds no query', '{}', {}, 400, 'BAD_REQUEST', 'POST body missing'],
    ['holds a query that is no text', '{"query":1}', {}, 400, 'BAD_REQUEST', 'must be strings'],
    [
      'holds variables that are no object',
      '{"query":"{ a }","variables":[]}',
      {},
      400,
      'BAD_REQUEST',
      'must be an object',
    ],
    [
      'is an array of requests',
      JSON.stringify([{ query: anyCommand }, { query: anyCommand }]),
      {},
      400,
      'BAD_REQUEST',
      'batching disabled',
    ],
    [
      'comes as a form',
      `query=${anyCommand}`,
      { 'content-type': 'application/x-www-form-urlencoded' },
      400,
      'BAD_REQUEST',
      'content-type',
    ],
    [
      'comes as plain text',
      JSON.stringify({ query: anyCommand }),
      { 'content-type': 'text/plain' },
      400,
      'BAD_REQUEST',
      'content-type',
    ],
    ['comes as XML', '<query/>', { 'content-type': 'application/xml' }, 415, 'BAD_REQUEST', 'application/json'],
  ])('and %s is told so', async (_case, body, headers, status, code, message) => {
    const answer = await post(body, headers);
    expect(answer).toEqual({
      status,
      errors: [{ message: expect.stringContaining(message) as string, extensions: { code } }],
    });
  });

  it('cannot send a command by GET', async () => {
    const response = await fetch(`${api.url}/graphql?query=${encodeURIComponent(anyCommand)}`, {
      headers: { authorization: `Bearer ${token}`, 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });
});

describe('a subscription over HTTP', () => {
  it('is refused instead of being kept waiting', async () => {
    const { status, errors } = await ask(
      `subscription { partnershipChanged(partnershipId: "prt_0", after: "${api.platform.store.start}") { type } }`,
    );
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, ['BAD_REQUEST']]);
  });
});

describe('an operation that breaks the schema', () => {
  expectNothingWritten(() => api);
  const register =
    'mutation ($input: RegisterPartnerCompanyInput!) { registerPartnerCompany(input: $input) { __typename } }';
  const company = { legalName: 'Nordlicht GmbH', country: 'DE' };

  it.each<[string, string, object, string, RegExp]>([
    ['does not parse', '{ partnerships { ', {}, 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    ['asks for a field that is not there', '{ partnerships { total } }', {}, 'GRAPHQL_VALIDATION_FAILED', /"total"/],
    [
      'gives an argument that is not there',
      '{ partnerships(limit: 1) { totalCount } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /"limit"/,
    ],
    [
      'sends a command that is not there',
      'mutation { deletePartnership { id } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /"deletePartnership"/,
    ],
    ['names an operation that is not there', '', {}, 'BAD_REQUEST', /POST body missing|query/],
    [
      'filters by a state that is not there',
      '{ partnerships(filter: { states: [DORMANT] }) { totalCount } }',
      {},
      'GRAPHQL_VALIDATION_FAILED',
      /"DORMANT"/,
    ],
    [
      'gives a field that is not there',
      register,
      { input: { ...company, colour: 'red' } },
      'BAD_USER_INPUT',
      /"colour"/,
    ],
    ['leaves a field out', register, { input: { country: 'DE' } }, 'BAD_USER_INPUT', /"legalName"/],
    ['leaves the input out', register, {}, 'BAD_USER_INPUT', /\$input/],
    [
      'gives a number for a text',
      register,
      { input: { ...company, legalName: 5 } },
      'BAD_USER_INPUT',
      /input\.legalName/,
    ],
    [
      'gives an object for a text',
      register,
      { input: { ...company, legalName: { $gt: '' } } },
      'BAD_USER_INPUT',
      /input\.legalName/,
    ],
    [
      'gives a text for a list',
      register,
      { input: { ...company, externalRefs: 'x' } },
      'BAD_USER_INPUT',
      /externalRefs/,
    ],
    [
      'gives a text for a number',
      register,
      { input: { ...company, expectedRevision: '1' } },
      'BAD_USER_INPUT',
      /input\.expectedRevision/,
    ],
    [
      'gives a number beyond all bounds',
      register,
      { input: { ...company, expectedRevision: 2 ** 40 } },
      'BAD_USER_INPUT',
      /32-bit/,
    ],
    [
      'gives a command id that is none',
      register,
      { input: { ...company, commandId: 'first' } },
      'BAD_USER_INPUT',
      /input\.commandId/,
    ],
    [
      'gives a day that does not exist',
      register,
      { input: { ...company, occurredOn: '2026-02-30' } },
      'BAD_USER_INPUT',
      /input\.occurredOn/,
    ],
    [
      'gives the 29th of February of another year',
      register,
      { input: { ...company, occurredOn: '2025-02-29' } },
      'BAD_USER_INPUT',
      /occurredOn/,
    ],
    [
      'gives a day in another notation',
      register,
      { input: { ...company, occurredOn: '31.03.2026' } },
      'BAD_USER_INPUT',
      /occurredOn/,
    ],
    [
      'gives a moment for a day',
      register,
      { input: { ...company, occurredOn: '2026-03-31T09:00:00Z' } },
      'BAD_USER_INPUT',
      /occurredOn/,
    ],
  ])('because it %s is told where', async (_case, query, variables, code, message) => {
    const { status, errors } = await ask(query, variables);
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, [code]]);
    expect(errors.at(0)?.message).toMatch(message);
  });
});

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
    const { status, errors } = await ask(query);
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
    const { status, errors } = await ask(query);
    expect(status).toBe(400);
    expect(errors.map(({ extensions }) => extensions.code)).not.toContain('INTERNAL_SERVER_ERROR');
  });

  it('leaves room for the explorer, which asks for the whole schema', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    expect(await ask(getIntrospectionQuery())).toEqual({ status: 200, errors: [] });
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
    const { errors } = await ask(`{ partnerships(${args}) { edges { cursor } } }`);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it.each(['nonsense', '7', '9'.repeat(21), "' OR 1=1 --        "])(
    'nor waits for the position %p',
    async (position) => {
      const { status, errors } = await ask(anyQuery, {}, { 'accord-position': position });
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

describe('a request of somebody who cannot say who they are', () => {
  expectNothingWritten(() => api);
  const claims = { subject: 'carla', roles: ['HEAD_OF_PARTNERING'] as readonly Role[] };
  const ownKey = async () => (await loadOrCreateKey(join(api.dataDirectory, 'signing-key.json'))).signing;
  const foreignKey = async () => (await loadOrCreateKey(join(api.dataDirectory, 'foreign-key.json'))).signing;
  const signedWith = async (differing: (jwt: SignJWT) => SignJWT, expires = true): Promise<string> => {
    const { keyId, algorithm, privateKey } = await ownKey();
    const jwt = new SignJWT({ roles: claims.roles })
      .setProtectedHeader({ alg: algorithm, kid: keyId })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject('carla');
    return differing(expires ? jwt.setExpirationTime('1h') : jwt).sign(privateKey);
  };
  const unsecured = (): string =>
    new UnsecuredJWT({ roles: claims.roles })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject('carla')
      .setExpirationTime('1h')
      .encode();
  /** The public key is no secret: whoever signs with it as if it were one gets nowhere. */
  const signedWithPublicKey = async (): Promise<string> => {
    const { keys } = await loadOrCreateKey(join(api.dataDirectory, 'signing-key.json'));
    return new SignJWT({ roles: claims.roles })
      .setProtectedHeader({ alg: 'HS256', kid: String(keys.keys[0]?.['kid']) })
      .setIssuer(TOKEN_ISSUER)
      .setAudience(TOKEN_AUDIENCE)
      .setSubject('carla')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JSON.stringify(keys.keys[0])));
  };
  /** The roles are changed after signing. */
  const altered = async (): Promise<string> => {
    const [header = '', , signature = ''] = (await api.token({ subject: 'ines', roles: ['AUDITOR'] })).split('.');
    const [, payload = ''] = token.split('.');
    return [header, payload, signature].join('.');
  };

  const cases: [string, () => string | Promise<string>, RegExp][] = [
    ['sends no token', () => '', /^No token\. Send the header/],
    ['sends a password', () => 'Basic Y2FybGE6c2VjcmV0', /^No token\. Send the header/],
    ['sends something else', () => 'Bearer secret', /^The token is malformed/],
    ['sends half a token', () => `Bearer ${token.slice(0, 40)}`, /^The token is malformed/],
    ['signs nothing', () => `Bearer ${unsecured()}`, /^The token is malformed|not signed/],
    ['signs with the public key', async () => `Bearer ${await signedWithPublicKey()}`, /^The token/],
    ['changes the roles', async () => `Bearer ${await altered()}`, /^The token was not signed by a trusted key/],
    [
      'signs with another key',
      async () => `Bearer ${await issueToken(await foreignKey(), claims, '1h')}`,
      /^The token was not signed by a trusted key/,
    ],
    [
      'signs with another key under our key id',
      async () =>
        `Bearer ${await issueToken({ ...(await foreignKey()), keyId: (await ownKey()).keyId }, claims, '1h')}`,
      /^The token was not signed by a trusted key/,
    ],
    ['comes too late', async () => `Bearer ${await api.token(claims, '1 hour ago')}`, /^The token has expired/],
    ['comes too early', async () => `Bearer ${await signedWith((jwt) => jwt.setNotBefore('1h'))}`, /claim "nbf"/],
    ['has a token for ever', async () => `Bearer ${await signedWith((jwt) => jwt, false)}`, /claim "exp"/],
    [
      'has a token of another issuer',
      async () => `Bearer ${await signedWith((jwt) => jwt.setIssuer('elsewhere'))}`,
      /claim "iss"/,
    ],
    [
      'has a token for another system',
      async () => `Bearer ${await signedWith((jwt) => jwt.setAudience('elsewhere'))}`,
      /claim "aud"/,
    ],
    ['is nobody', async () => `Bearer ${await api.token({ ...claims, subject: '' })}`, /claim "sub"/],
    [
      'is a control character',
      async () => `Bearer ${await api.token({ ...claims, subject: 'car\u0007la' })}`,
      /claim "sub"/,
    ],
    [
      'has a role that is not there',
      async () => `Bearer ${await api.token({ subject: 'carla', roles: ['WIZARD' as Role] })}`,
      /names no role that Accord knows/,
    ],
    [
      'has no role',
      async () => `Bearer ${await api.token({ subject: 'carla', roles: [] })}`,
      /names no role that Accord knows/,
    ],
    [
      'acts for both companies',
      async () => `Bearer ${await api.token({ subject: 'carla', roles: ['PARTNER_REP', 'HEAD_OF_PARTNERING'] })}`,
      /no other role/,
    ],
  ];

  it.each(cases)('because they %s gets 401, for questions as for commands', async (_case, authorization, message) => {
    const header = await authorization();
    for (const query of [anyQuery, anyCommand, '{ __typename }', '{ __schema { types { name } } }']) {
      const answer = await ask(query, {}, { authorization: header });
      expect(answer).toEqual({
        status: 401,
        errors: [{ message: expect.stringMatching(message) as string, extensions: { code: 'UNAUTHENTICATED' } }],
      });
    }
  });
});
