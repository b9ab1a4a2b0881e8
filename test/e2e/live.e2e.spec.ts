import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import {
  type Cast,
  livePartnership,
  proposedPartnership,
  publishedProgramme,
  tells,
} from '../support/partnership-cast.js';

interface Change {
  readonly position: string;
  readonly revision: number;
  readonly type: string;
  readonly sentence: string;
  readonly partnership: { readonly id: string; readonly openActions: number };
}
interface Message {
  readonly data?: { readonly partnershipChanged: Change } | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

let api: ApiUnderTest;
let nordlicht: Cast;
let ostwind: Cast;
const clients: Client[] = [];
beforeAll(async () => {
  api = await startApiUnderTest();
  const programmeId = await publishedProgramme(api);
  nordlicht = await livePartnership(api, programmeId, 'Nordlicht');
  ostwind = await livePartnership(api, programmeId, 'Ostwind');
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});
afterAll(() => api.dispose());

/** A socket of somebody with this token; it does not try again. */
function connect(connectionParams: Readonly<Record<string, string>>): Client {
  const client = createClient({
    url: `${api.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
  clients.push(client);
  return client;
}

const query = `subscription ($partnershipId: ID!, $after: String) {
  partnershipChanged(partnershipId: $partnershipId, after: $after) { position revision type sentence partnership { id openActions } }
}`;

/** What happens to the partnership, one message after the other. */
function follow(token: string, partnershipId: string, after?: string): AsyncIterableIterator<Message> {
  return connect({ Authorization: `Bearer ${token}` }).iterate({
    query,
    variables: { partnershipId, ...(after === undefined ? {} : { after }) },
  }) as AsyncIterableIterator<Message>;
}

async function next(messages: AsyncIterableIterator<Message>, count: number): Promise<readonly Change[]> {
  const changes: Change[] = [];
  while (changes.length < count) {
    const { value, done } = (await messages.next()) as IteratorResult<Message, undefined>;
    expect([done ?? false, value?.errors]).toEqual([false, undefined]);
    if (value?.data) changes.push(value.data.partnershipChanged);
  }
  return changes;
}

const agree = (cast: Cast): Promise<void> =>
  tells(cast, 'agreeAction', {
    text: 'Send the price list.',
    ownerSide: 'OWN',
    ownerPersonId: cast.ownPersonId,
    dueOn: '2025-06-02',
    occurredOn: '2025-05-05',
  });

async function stored(partnershipId: string): Promise<readonly [string, bigint, string][]> {
  const events: [string, bigint, string][] = [];
  for await (const { position, revision, type } of api.platform.store.read(`partnership-${partnershipId}`))
    events.push([position, revision, type]);
  return events;
}

const asStored = ({ position, revision, type }: Change): [string, bigint, string] => [position, BigInt(revision), type];

describe('following a partnership', () => {
  it('tells its whole history from the start of the log, then what happens, without gap or repeat', async () => {
    const { partnershipId, manager } = nordlicht;
    const messages = follow(manager.token, partnershipId, api.platform.store.start);
    const before = await stored(partnershipId);
    const past = await next(messages, before.length - 2);
    expect(past.map(asStored)).toEqual(before.slice(0, -2));
    await Promise.all([agree(nordlicht), agree(nordlicht), agree(ostwind), agree(nordlicht)]);
    const live = await next(messages, 5);
    expect([...past, ...live].map(asStored)).toEqual(await stored(partnershipId));
    expect(live.at(-1)).toMatchObject({ type: 'ActionAgreed', partnership: { id: partnershipId, openActions: 3 } });
    expect(past[0]?.sentence).toBe('A sales partnership with Nordlicht GmbH was proposed.');
    await messages.return?.();
  });

  it('takes over where a question has ended: query, then subscribe behind its position', async () => {
    const { partnershipId, manager } = nordlicht;
    const answer = await manager.send<{ partnership: { revision: number } }>(
      `{ partnership(id: "${partnershipId}") { revision } }`,
    );
    const revision = answer.data?.partnership.revision ?? -1;
    await agree(nordlicht);
    await agree(nordlicht);
    const messages = follow(manager.token, partnershipId, answer.position ?? '');
    await agree(nordlicht);
    expect((await next(messages, 3)).map((change) => change.revision)).toEqual([
      revision + 1,
      revision + 2,
      revision + 3,
    ]);
    await messages.return?.();
  });

  it('is open to the representative, who reads nothing of what the own side says to itself', async () => {
    const { partnershipId, representative, manager, ownPersonId } = nordlicht;
    const after = await api.platform.store.head();
    const messages = follow(representative.token, partnershipId, after);
    await manager.accepted(
      'logCommunication',
      {
        partnershipId,
        on: '2025-05-05',
        channel: 'MEETING',
        direction: 'TWO_WAY',
        scope: 'INTERNAL_OWN',
        substantive: true,
        topic: 'Whitewater',
        participants: [ownPersonId],
        summary: 'We end it.',
      },
      'partnership { id }',
    );
    await agree(nordlicht);
    const changes = await next(messages, 1);
    expect(changes.map(({ type }) => type)).toEqual(['ActionAgreed']);
    expect(JSON.stringify(changes)).not.toContain('Whitewater');
    await messages.return?.();
  });

  it('ends when the client lets go, and nothing is left behind', async () => {
    const { partnershipId, manager } = nordlicht;
    const client = connect({ Authorization: `Bearer ${manager.token}` });
    const messages = client.iterate({ query, variables: { partnershipId } });
    await messages.return?.();
    expect(await messages.next()).toEqual({ done: true, value: undefined });
    await client.dispose();
    await agree(nordlicht);
  });

  it('ends when the token expires, whatever is under way', async () => {
    const { partnershipId, manager } = nordlicht;
    // A token is taken for 30 seconds beyond its end, because clocks differ.
    const token = await api.token({ subject: 'ines', roles: ['AUDITOR'] }, '20 seconds ago');
    const messages = follow(token, partnershipId, await api.platform.store.head());
    await agree(nordlicht);
    expect((await next(messages, 1)).map(({ type }) => type)).toEqual(['ActionAgreed']);
    await expect(messages.next()).rejects.toMatchObject({
      code: 4401,
      reason: 'The token has expired. Get a new one.',
    });
    expect((await manager.send(`{ partnership(id: "${partnershipId}") { id } }`)).errors).toBeUndefined();
  });

  it('ends when the server stops', async () => {
    const other = await startApiUnderTest();
    try {
      const cast = await proposedPartnership(other, 'Kubikon');
      const client = createClient({
        url: `${other.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { Authorization: `Bearer ${cast.manager.token}` },
        retryAttempts: 0,
      });
      const messages = client.iterate({
        query,
        variables: { partnershipId: cast.partnershipId, after: other.platform.store.start },
      });
      await messages.next();
      await messages.next();
      const ended = messages.next().then(
        ({ done }) => done,
        () => true,
      );
      await other.stop();
      expect(await ended).toBe(true);
    } finally {
      await other.dispose();
    }
  });
});

describe('following a partnership is refused', () => {
  /** What the socket was closed with, or the first message. */
  async function outcome(
    connectionParams: Readonly<Record<string, string>>,
    variables: object,
    document = query,
  ): Promise<unknown> {
    const messages = connect(connectionParams).iterate({ query: document, variables: { ...variables } });
    try {
      const { value } = (await messages.next()) as { value: Message };
      return value.errors?.map(({ extensions }) => extensions?.code);
    } catch (error) {
      if (Array.isArray(error))
        return (error as NonNullable<Message['errors']>).map(({ extensions }) => extensions?.code);
      const { code, reason } = error as { readonly code?: number; readonly reason?: string };
      return { code, reason };
    }
  }

  it.each<[string, () => Promise<Readonly<Record<string, string>>>, string]>([
    ['without a token', () => Promise.resolve({}), 'No token. Send the header "Authorization: Bearer <JWT>".'],
    [
      'with a token that is none',
      () => Promise.resolve({ Authorization: 'Bearer secret' }),
      'The token is malformed. Send "Authorization: Bearer <JWT>".',
    ],
    [
      'with an expired token',
      async () => ({
        Authorization: `Bearer ${await api.token({ subject: 'carla', roles: ['AUDITOR'] }, '1 hour ago')}`,
      }),
      'The token has expired. Get a new one.',
    ],
  ])('%s', async (_case, parameters, reason) => {
    const { partnershipId } = nordlicht;
    expect(await outcome(await parameters(), { partnershipId })).toEqual({ code: 4401, reason });
  });

  it('at any other address', async () => {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/elsewhere`, 'graphql-transport-ws');
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(error.message).toBe('Unexpected server response: 404');
  });

  it.each([
    ['a question', '{ partnerships { totalCount } }'],
    [
      'a command',
      'mutation { registerPartnerCompany(input: { legalName: "Nordlicht", country: "DE" }) { __typename } }',
    ],
  ])('when it is %s: that goes over HTTP, where it is limited and logged', async (_case, document) => {
    const authorization = { Authorization: `Bearer ${nordlicht.manager.token}` };
    expect(await outcome(authorization, {}, document)).toEqual(['BAD_REQUEST']);
  });

  it.each([
    ['does not parse', 'subscription { ', 'GRAPHQL_PARSE_FAILED'],
    ['breaks the schema', 'subscription { everything { position } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('when it %s', async (_case, document, code) => {
    const authorization = { Authorization: `Bearer ${nordlicht.manager.token}` };
    expect(await outcome(authorization, {}, document)).toEqual([code]);
  });

  it('for a partnership of somebody else, whether it exists or not', async () => {
    const authorization = { Authorization: `Bearer ${nordlicht.representative.token}` };
    expect(await outcome(authorization, { partnershipId: ostwind.partnershipId })).toEqual(['FORBIDDEN']);
    expect(await outcome(authorization, { partnershipId: 'prt_0' })).toEqual(['FORBIDDEN']);
  });

  it('behind a position that is none', async () => {
    const authorization = { Authorization: `Bearer ${nordlicht.manager.token}` };
    expect(await outcome(authorization, { partnershipId: nordlicht.partnershipId, after: 'yesterday' })).toEqual([
      'BAD_USER_INPUT',
    ]);
  });

  it('for an operation that is too large', async () => {
    const authorization = { Authorization: `Bearer ${nordlicht.manager.token}` };
    const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: position`).join(' ');
    const document = `subscription { partnershipChanged(partnershipId: "${nordlicht.partnershipId}") { ${aliases} } }`;
    expect(await outcome(authorization, {}, document)).toEqual(['QUERY_TOO_LARGE']);
  });
});
