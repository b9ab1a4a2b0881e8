import { jest } from '@jest/globals';
import type { StoredEvent } from '#event-sourcing';
import type { Role } from '#identity';
import { configurationFrom } from '#platform';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { type Cast, livePartnership, publishedProgramme, tells } from '../support/partnership-cast.js';

let api: ApiUnderTest;
let cast: Cast;
beforeAll(async () => {
  api = await startApiUnderTest();
  cast = await livePartnership(api, await publishedProgramme(api), 'Brenner');
  await tells(cast, 'logCommunication', {
    on: '2025-03-03',
    channel: 'CALL',
    direction: 'TWO_WAY',
    scope: 'BETWEEN_PARTNERS',
    substantive: true,
    topic: 'Whether Nora stays',
    participants: [cast.ownPersonId, cast.partnerPersonId],
    summary: 'Nora leaves in summer.',
  });
});
afterAll(() => api.dispose());
afterEach(() => {
  jest.restoreAllMocks();
});

async function ask(query = '', role: Role = 'ANALYST', init: RequestInit = {}): Promise<Response> {
  const partnerships = role === 'PARTNER_REP' ? { partnerships: [cast.partnershipId] } : {};
  const token = await api.token({ subject: 'ines', roles: [role], ...partnerships });
  return fetch(`${api.url}/export/events${query}`, { ...init, headers: { authorization: `Bearer ${token}` } });
}

interface Refusal {
  readonly errors: readonly [{ readonly message: string; readonly extensions: { readonly code: string } }];
}

async function refusalOf(response: Response): Promise<readonly [number, string, string]> {
  const { errors } = (await response.json()) as Refusal;
  return [response.status, errors[0].extensions.code, errors[0].message];
}

describe('the export of all events', () => {
  it('has every event of the log and names nobody', async () => {
    const response = await ask();
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/x-ndjson; charset=utf-8',
    ]);
    expect(response.headers.get('accord-position')).toBe(await api.platform.store.head());
    const text = await response.text();
    const types = text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { readonly type: string }).type);
    const stored: string[] = [];
    for await (const { type } of api.platform.store.readAll()) stored.push(type);
    expect(types).toEqual(stored);
    const { ownPersonId, partnerPersonId, managerId } = cast;
    for (const secret of [
      'sen',
      'Nora',
      '@',
      '5550100',
      'carla',
      'manager-brenner',
      ownPersonId,
      partnerPersonId,
      managerId,
    ])
      expect(text).not.toContain(secret);
    expect(text).toContain(cast.partnershipId);
  });

  it('is a table on demand', async () => {
    const response = await ask('?format=csv&types=CommunicationLogged');
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="accord-events.csv"');
    const [names, row, ...rest] = (await response.text()).trimEnd().split('\n');
    expect(names).toMatch(/^position,type,.*,withheld,data\.communicationId,data\.on,/);
    expect(row).toMatch(/^\d{20},CommunicationLogged,partnership,prt_/);
    expect(rest).toEqual([]);
  });

  it.each<Role>(['ANALYST', 'HEAD_OF_PARTNERING', 'COMPLIANCE', 'AUDITOR'])('is for %s', async (role) => {
    expect((await ask('?limit=1', role)).status).toBe(200);
  });

  it.each<Role>(['PARTNER_REP', 'PARTNER_MANAGER', 'EXECUTIVE', 'SYSTEM'])('is not for %s', async (role) => {
    expect(await refusalOf(await ask('', role))).toEqual([
      403,
      'FORBIDDEN',
      'An export needs one of the roles ANALYST, HEAD_OF_PARTNERING, COMPLIANCE, AUDITOR.',
    ]);
  });

  it('is for nobody without a token', async () => {
    const [status, code] = await refusalOf(await fetch(`${api.url}/export/events`));
    expect([status, code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('says which parameter is wrong', async () => {
    expect(await refusalOf(await ask('?types=RevewHeld'))).toEqual([
      400,
      'BAD_USER_INPUT',
      'types: there is no event type "RevewHeld". Is ReviewHeld meant?',
    ]);
  });

  it('tells on HEAD what it would be, without reading the log', async () => {
    const reading = jest.spyOn(api.platform.store, 'readAll');
    const response = await ask('?format=csv', 'ANALYST', { method: 'HEAD' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(reading).not.toHaveBeenCalled();
  });

  it('lets go of the log when the client goes away', async () => {
    const [first] = await eventsOf(api, 1);
    let setEnded: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (setEnded = resolve));
    jest.spyOn(api.platform.store, 'readAll').mockImplementation(async function* () {
      try {
        for (;;) yield await Promise.resolve(first!);
      } finally {
        setEnded();
      }
    });
    const leaving = new AbortController();
    const response = await ask('', 'ANALYST', { signal: leaving.signal });
    await response.body?.getReader().read();
    leaving.abort();
    await ended;
  });

  it('is refused, and not begun, when its first event cannot be read', async () => {
    const [first] = await eventsOf(api, 1);
    jest.spyOn(api.platform.store, 'readAll').mockImplementation(async function* () {
      yield await Promise.resolve({ ...first!, data: { damaged: true } });
    });
    const [status, code] = await refusalOf(await ask());
    expect([status, code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  });

  it('breaks off visibly when an event cannot be read, and the log of the server says why', async () => {
    const [first] = await eventsOf(api, 1);
    jest.spyOn(api.platform.store, 'readAll').mockImplementation(async function* () {
      for (let count = 0; count < 500; count += 1) yield await Promise.resolve(first!);
      yield { ...first!, data: { damaged: true } };
    });
    const logged = jest.spyOn(api.platform.log, 'error');
    await expect(ask().then((response) => response.text())).rejects.toThrow();
    expect(logged.mock.calls.map(([, message]) => message)).toEqual(['an export broke off']);
  });
});

describe('an export in production', () => {
  it('is not there unless a key is named', () => {
    const settings = { NODE_ENV: 'production', ACCORD_JWKS_FILE: `${api.dataDirectory}/keys.json` };
    expect(configurationFrom({ ...settings, ACCORD_DATA_DIR: '/data' }).pseudonymKey).toEqual({ kind: 'none' });
    expect(configurationFrom({ ...settings, ACCORD_PSEUDONYM_KEY_FILE: '/run/secrets/key' }).pseudonymKey).toEqual({
      kind: 'file',
      file: '/run/secrets/key',
    });
  });
});

async function eventsOf({ platform }: ApiUnderTest, limit: number): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of platform.store.readAll({ limit })) events.push(event);
  return events;
}
