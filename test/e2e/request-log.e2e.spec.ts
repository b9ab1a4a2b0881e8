import { jest } from '@jest/globals';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import type { GraphqlActor } from '../support/graphql-actor.js';

let api: ApiUnderTest;
let head: GraphqlActor;
let logged = '';
beforeAll(async () => {
  api = await startApiUnderTest({ ACCORD_LOG_LEVEL: 'debug' }, undefined, { write: (line) => (logged += line) });
  head = await api.actor('HEAD_OF_PARTNERING');
});
afterAll(() => api.dispose());
beforeEach(() => {
  logged = '';
});
afterEach(() => {
  jest.restoreAllMocks();
});

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly time: number;
  readonly [field: string]: unknown;
}

const lines = (): readonly Line[] =>
  logged
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/** The lines about requests: they come after the answers, so they are waited for. */
async function requestLines(count = 1): Promise<readonly Line[]> {
  for (;;) {
    const found = lines().filter(({ msg }) => msg === 'request');
    if (found.length >= count) return found;
    await new Promise(setImmediate);
  }
}

const register = (variables: object, headers: Record<string, string> = {}) =>
  head.send<{ answer: { position?: string } }>(
    `mutation Register($i: RegisterPartnerCompanyInput!) { answer: registerPartnerCompany(input: $i) {
      ... on PartnerCompanyAccepted { position } } }`,
    { i: variables },
    headers,
  );

describe('the log of requests', () => {
  it('has one line for each, with nothing but what it was, how it ended and how long it took', async () => {
    await register({ legalName: 'Nordlicht GmbH', country: 'DE' }, { 'x-correlation-id': 'order-4711' });
    const [line, ...others] = await requestLines();
    expect(others).toEqual([]);
    const { time, ms, ...rest } = line!;
    expect([typeof time, typeof ms]).toEqual(['number', 'number']);
    expect(rest).toEqual({
      level: 30,
      service: 'accord-api',
      method: 'POST',
      path: '/graphql',
      status: 200,
      correlationId: 'order-4711',
      operation: 'mutation Register',
      msg: 'request',
    });
  });

  it('calls an operation without a name after its first field', async () => {
    await head.query('{ partnerCompanies { totalCount } }');
    expect(await requestLines()).toMatchObject([{ operation: 'query partnerCompanies' }]);
  });

  it('has health at level debug, and strangers without the address they asked for', async () => {
    await fetch(`${api.url}/health/live?token=geheim`);
    await fetch(`${api.url}/people/erika.mustermann?token=geheim`);
    const [health, stranger] = await requestLines(2);
    expect(health).toMatchObject({ level: 20, path: '/health/live', status: 200 });
    expect(stranger).toMatchObject({ level: 30, status: 404 });
    expect(logged).not.toMatch(/geheim|erika/);
  });
});

describe('the correlation id', () => {
  it('is in the answer, in the log and in the events that the command has led to', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const response = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${head.token}`,
        traceparent: `00-${trace}-00f067aa0ba902b7-01`,
      },
      body: JSON.stringify({
        query: 'mutation { registerPartnerCompany(input: { legalName: "Kubikon AG", country: "CH" }) { __typename } }',
      }),
    });
    expect(response.headers.get('x-correlation-id')).toBe(trace);
    expect(await requestLines()).toMatchObject([{ correlationId: trace }]);
    const ids: unknown[] = [];
    for await (const { type, metadata } of api.platform.store.readAll())
      if (type === 'PartnerCompanyRegistered') ids.push(metadata['$correlationId']);
    expect(ids.at(-1)).toBe(trace);
  });

  it('is made where none is well formed, another for each request', async () => {
    const ask = () => fetch(`${api.url}/health/live`, { headers: { 'x-correlation-id': 'erika@example.org' } });
    const ids = [await ask(), await ask()].map(({ headers }) => headers.get('x-correlation-id'));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('is that of the request where a fault is told, in the answer and in the log', async () => {
    jest.spyOn(api.platform.store, 'append').mockRejectedValue(new Error('disk on fire'));
    const answer = await register({ legalName: 'Feuer GmbH', country: 'DE' }, { 'x-correlation-id': 'order-4712' });
    expect(answer.errors).toMatchObject([
      { extensions: { code: 'INTERNAL_SERVER_ERROR', correlationId: 'order-4712' } },
    ]);
    expect(lines()).toContainEqual(
      expect.objectContaining({
        level: 50,
        msg: 'a request failed',
        correlationId: 'order-4712',
        err: expect.objectContaining({ type: 'Error', message: 'disk on fire' }) as unknown,
      }),
    );
  });
});

describe('nothing personal and no secret is logged', () => {
  const person = {
    side: 'OWN',
    legalBasis: 'Art. 6 I f GDPR',
    name: 'Erika Mustermann',
    email: 'erika.mustermann@example.org',
    phone: '+49 30 1234567',
  };
  const PERSONAL = /Erika|Mustermann|Zweig|1234567|example\.org/i;
  const add = (input: object) =>
    head.send(
      'mutation Add($i: RegisterContactPersonInput!) { registerContactPerson(input: $i) { __typename ... on CommandRejected { code } } }',
      { i: input },
    );

  it('when a person is recorded', async () => {
    const { data } = await add(person);
    expect(data).toEqual({ registerContactPerson: { __typename: 'ContactPersonAccepted' } });
    await requestLines();
    expect(logged).not.toMatch(PERSONAL);
  });

  it('when a command with a person in it is malformed', async () => {
    await add({ ...person, country: 'Erika Mustermann' });
    await add({ ...person, side: 'Erika Mustermann' });
    await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query": "Erika Mustermann',
    });
    await requestLines(3);
    expect(logged).not.toMatch(PERSONAL);
  });

  it('when a store fails over a person and repeats the data', async () => {
    const driver = Object.assign(
      new Error(`cannot write {"name":"Erika Mustermann"}, "erika.mustermann@example.org"`),
      {
        keyValue: person,
        cause: new SyntaxError('Unexpected token in "Erika Mustermann"'),
      },
    );
    const faults = [jest.spyOn(api.platform.store, 'append').mockRejectedValue(driver)];
    const { errors } = await add({ ...person, email: 'erika@example.org', name: 'Erika Zweig' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL_SERVER_ERROR']);
    expect(faults[0]).toHaveBeenCalled();
    expect(logged).toContain('"msg":"a request failed"');
    await requestLines();
    expect(logged).not.toMatch(PERSONAL);
  });

  it('when a token is none, has expired, or comes in the address', async () => {
    const expired = await api.token({ subject: 'erika.mustermann', roles: ['AUDITOR'] }, '1 hour ago');
    for (const token of ['Erika.Mustermann.geheim', expired])
      await fetch(`${api.url}/graphql?token=${token}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"query":"{ __typename }"}',
      });
    expect(await requestLines(2)).toMatchObject([{ status: 401 }, { status: 401 }]);
    expect(logged).not.toMatch(PERSONAL);
    expect(logged).not.toContain('geheim');
    expect(logged).not.toContain(expired.split('.')[2]);
    expect(logged).not.toContain(head.token);
  });
});
