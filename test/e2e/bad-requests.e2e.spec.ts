import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { expectNothingWritten } from '../support/nothing-written.js';
import { RawRequests } from '../support/raw-requests.js';

const anyCommand = `mutation { registerPartnerCompany(input: { legalName: "Nordlicht GmbH", country: "DE" }) { __typename } }`;
const MAX_BODY_BYTES = 20_000;

let api: ApiUnderTest;
let requests: RawRequests;
beforeAll(async () => {
  api = await startApiUnderTest({ ACCORD_MAX_BODY_BYTES: String(MAX_BODY_BYTES) });
  requests = await RawRequests.to(api);
});
afterAll(() => api.dispose());

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
    const answer = await requests.post(body, headers);
    expect(answer).toEqual({
      status,
      errors: [{ message: expect.stringContaining(message) as string, extensions: { code } }],
    });
  });

  it('cannot send a command by GET', async () => {
    const response = await fetch(`${api.url}/graphql?query=${encodeURIComponent(anyCommand)}`, {
      headers: { authorization: `Bearer ${requests.token}`, 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });
});

describe('a subscription over HTTP', () => {
  it('is refused instead of being kept waiting', async () => {
    const { status, errors } = await requests.ask(
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
    const { status, errors } = await requests.ask(query, variables);
    expect([status, errors.map(({ extensions }) => extensions.code)]).toEqual([400, [code]]);
    expect(errors.at(0)?.message).toMatch(message);
  });
});
