import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { v7 as uuidv7 } from 'uuid';
import { EventStoreFileRefused } from '#event-store';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { askEverything } from '../support/ask-everything.js';
import { type CompiledSources, compileForChild } from '../support/compiled.js';
import type { GraphqlActor } from '../support/graphql-actor.js';
import { type Cast, livePartnership, publishedProgramme } from '../support/partnership-cast.js';
import { queriesOf } from '../support/schema-walk.js';

let api: ApiUnderTest;
let head: GraphqlActor;
let nordlicht: Cast;
beforeAll(async () => {
  api = await startApiUnderTest({ ACCORD_READ_YOUR_WRITES_TIMEOUT_MS: '50' });
  head = await api.actor('HEAD_OF_PARTNERING');
  nordlicht = await livePartnership(api, await publishedProgramme(api), 'Nordlicht');
});
afterAll(() => api.dispose());

/** The events of the partnership's stream, by their type. */
async function storedTypes(partnershipId = nordlicht.partnershipId): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const { type } of api.platform.store.read(`partnership-${partnershipId}`)) types.push(type);
  return types;
}

const agreeAction = (differing: object = {}): object => ({
  partnershipId: nordlicht.partnershipId,
  text: 'Send the price list.',
  ownerSide: 'OWN',
  ownerPersonId: nordlicht.ownPersonId,
  dueOn: '2025-06-02',
  occurredOn: '2025-05-05',
  ...differing,
});

interface Answer {
  readonly __typename: string;
  readonly code?: string;
  readonly position?: string;
  readonly revision?: number;
}
const actionMutation =
  'mutation ($i: AgreeActionInput!) { answer: agreeAction(input: $i) { __typename ... on PartnershipAccepted { position revision partnership { id } } ... on CommandRejected { code } } }';
const sendAction = async (input: object): Promise<Answer | undefined> =>
  (await head.send<{ answer: Answer }>(actionMutation, { i: input })).data?.answer;

describe('whoever has written', () => {
  it('reads it in every list from the next question on, by the position of the answer', async () => {
    for (let number = 1; number <= 30; number += 1) {
      const writer = await api.actor('HEAD_OF_PARTNERING');
      const { partnerCompany, position } = await writer.accepted<{ partnerCompany: { id: string } }>(
        'registerPartnerCompany',
        { legalName: `Partner Nummer ${number} GmbH`, country: 'DE' },
        'partnerCompany { id }',
      );
      const reader = await api.actor('AUDITOR');
      const answer = await reader.send<{ partnerCompanies: { totalCount: number } }>(
        `{ partnerCompanies(filter: { id: "${partnerCompany.id}" }) { totalCount } }`,
        {},
        { 'accord-position': position },
      );
      expect(answer.data).toEqual({ partnerCompanies: { totalCount: 1 } });
      expect((answer.position ?? '') >= position).toBe(true);
    }
  });

  it('is told that the read models are behind when they do not get there in time', async () => {
    const unreachable = '9'.repeat((await api.platform.store.head()).length);
    const answer = await head.send('{ partnerships { totalCount } }', {}, { 'accord-position': unreachable });
    expect(answer.status).toBe(503);
    expect(answer.data ?? null).toBe(null);
    expect(answer.errors).toMatchObject([
      {
        message: expect.stringContaining(
          `have not reached ${unreachable} in time. Ask again; nothing was lost.`,
        ) as string,
        extensions: { code: 'READ_MODEL_BEHIND', retryable: true },
      },
    ]);
  });
});

describe('a command that is sent again', () => {
  it('gets the same answer and writes no second event', async () => {
    const input = agreeAction({ commandId: uuidv7() });
    const before = await storedTypes();
    const first = await sendAction(input);
    await sendAction(agreeAction({ text: 'Something else happens in between.' }));
    expect(await sendAction(input)).toEqual(first);
    expect(await sendAction({ ...input, text: 'The id decides, not the content.' })).toEqual(first);
    expect(await storedTypes()).toEqual([...before, 'ActionAgreed', 'ActionAgreed']);
  });

  it('also when it is sent five times at once', async () => {
    const input = agreeAction({ commandId: uuidv7() });
    const before = await storedTypes();
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => sendAction(input)));
    expect(first?.__typename).toBe('PartnershipAccepted');
    expect(others).toEqual(others.map(() => first));
    expect(await storedTypes()).toEqual([...before, 'ActionAgreed']);
  });

  it('and creates one thing only, under the same id', async () => {
    const input = { commandId: uuidv7(), legalName: 'Saimaa Edge Oy', country: 'FI', domain: 'saimaa.example' };
    const register = () =>
      head.accepted<{ partnerCompany: { id: string } }>('registerPartnerCompany', input, 'partnerCompany { id }');
    const first = await register();
    const { seen } = head;
    expect(await register()).toEqual(first);
    expect(await api.platform.store.head()).toBe(seen);
  });

  it('was refused and is refused again, as long as the reason holds', async () => {
    const input = agreeAction({ commandId: uuidv7(), ownerSide: 'PARTNER' });
    const [first, second] = [await sendAction(input), await sendAction(input)];
    expect([first, second]).toEqual([{ __typename: 'CommandRejected', code: 'OWNER_SIDE_MISMATCH' }, first]);
  });
});

describe('commands on one partnership at the same time', () => {
  it('are all carried out, one after the other', async () => {
    const before = await storedTypes();
    const answers = await Promise.all(Array.from({ length: 40 }, () => sendAction(agreeAction())));
    const revisions = answers.map((answer) => answer?.revision ?? -1).sort((one, other) => one - other);
    expect(revisions).toEqual(Array.from({ length: 40 }, (_, index) => before.length + index));
    expect(await storedTypes()).toHaveLength(before.length + 40);
    const { partnership } = await head.query<{ partnership: { revision: number } }>(
      `{ partnership(id: "${nordlicht.partnershipId}") { revision } }`,
    );
    expect(partnership.revision).toBe(before.length + 39);
  });

  it('that name the same revision: the first one wins, the others are told', async () => {
    const expectedRevision = (await storedTypes()).length - 1;
    const answers = await Promise.all(Array.from({ length: 10 }, () => sendAction(agreeAction({ expectedRevision }))));
    expect(answers.map((answer) => answer?.code ?? 'accepted').sort()).toEqual([
      ...Array.from({ length: 9 }, () => 'CONCURRENCY_CONFLICT'),
      'accepted',
    ]);
  });

  it('that open the same partnership: one is opened', async () => {
    const propose = async () =>
      (
        await head.send<{ answer: Answer }>(
          'mutation ($i: ProposePartnershipInput!) { answer: proposePartnership(input: $i) { __typename ... on CommandRejected { code } } }',
          {
            i: {
              companyId: nordlicht.companyId,
              category: 'TECHNOLOGY',
              strategicRationale: 'They build what we lack.',
            },
          },
        )
      ).data?.answer;
    const answers = await Promise.all(Array.from({ length: 6 }, propose));
    expect(answers.map((answer) => answer?.code ?? 'accepted').sort()).toEqual([
      ...Array.from({ length: 5 }, () => 'PARTNERSHIP_ALREADY_OPEN'),
      'accepted',
    ]);
  });
});

describe('after a restart', () => {
  const everything = async (): Promise<object> => {
    const auditor = await api.actor('AUDITOR');
    const answers: Record<string, unknown> = {};
    // How the read models run is another matter.
    for (const query of queriesOf(api.schema).filter(({ name }) => name !== 'projections'))
      answers[query.name] = (await askEverything(auditor, query, nordlicht)).data;
    return answers;
  };

  it('everything is as it was, to the last field, and tokens still hold', async () => {
    const before = await everything();
    const repeated = agreeAction({ commandId: uuidv7() });
    const first = await sendAction(repeated);
    const whole = await everything();
    expect(whole).not.toEqual(before);
    const { token } = head;
    await api.stop();
    api = await startApiUnderTest({}, api.dataDirectory);
    head = await api.actor('HEAD_OF_PARTNERING');
    expect(await everything()).toEqual(whole);
    expect(await sendAction(repeated)).toEqual(first);
    const answer = await fetch(`${api.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: '{"query":"{ partnerships { totalCount } }"}',
    });
    expect(answer.status).toBe(200);
  });
});

describe('a second server on the same data', () => {
  it('is refused in one line, and the first one works on', async () => {
    const second = startApiUnderTest({}, api.dataDirectory);
    await expect(second).rejects.toThrow(EventStoreFileRefused);
    await expect(second).rejects.toThrow(
      /^\S+accord\.db is in use by process \d+: only one process may write to it\. [^\n]+$/,
    );
    expect(await sendAction(agreeAction())).toMatchObject({ __typename: 'PartnershipAccepted' });
  });
});

describe('the server as a process', () => {
  let compiled: CompiledSources;
  let data: string;
  beforeAll(async () => {
    compiled = await compileForChild(['libs', 'apps/api']);
  });
  afterAll(() => {
    compiled.remove();
  });
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'accord-process-'));
  });
  afterEach(() => rm(data, { recursive: true, force: true }));

  interface Server {
    readonly child: ChildProcess;
    readonly output: () => { readonly stdout: string; readonly stderr: string };
    readonly ended: Promise<number | null>;
  }

  function server(settings: Readonly<Record<string, string>> = {}): Server {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [compiled.script('apps/api/src/main.ts')], {
      env: { PATH, PORT: '0', ACCORD_DATA_DIR: data, ACCORD_LOG_LEVEL: 'error', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    const ended = once(child, 'close').then(([code]) => code as number | null);
    return { child, output: () => ({ stdout, stderr }), ended };
  }

  async function refusal(settings: Readonly<Record<string, string>> = {}) {
    const { ended, output } = server(settings);
    const exitCode = await ended;
    return { exitCode, ...output() };
  }

  async function digests(): Promise<Readonly<Record<string, string>>> {
    const names = (await readdir(data)).sort();
    const hash = async (name: string) =>
      createHash('sha256')
        .update(await readFile(join(data, name)))
        .digest('hex');
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await hash(name)] as const)));
  }

  it('says where it is in one line, and stops in good order when it is asked to', async () => {
    const { child, output, ended } = server();
    while (!output().stdout.includes('\n')) await once(child.stdout!, 'data');
    const { stdout } = output();
    expect(stdout).toMatch(/^Accord is ready at http:\/\/127\.0\.0\.1:\d+\n$/);
    expect((await fetch(`${stdout.trim().split(' ').at(-1) ?? ''}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(output()).toEqual({ stdout, stderr: '' });
  });

  it('does not start in production without a source of keys, and makes none', async () => {
    const { exitCode, stdout, stderr } = await refusal({ NODE_ENV: 'production' });
    expect(stderr).toMatch(/^ACCORD_JWKS_URL is not set; in production it [^\n]*\n$/);
    expect([exitCode, stdout, await readdir(data)]).toEqual([2, '', []]);
  });

  it.each<[string, string, () => Promise<void> | void, string]>([
    [
      'the log is no database',
      'accord.db',
      () => writeFile(join(data, 'accord.db'), 'Dear Sir or Madam, '.repeat(500)),
      ' is not an event store',
    ],
    [
      'the log is the database of another program',
      'accord.db',
      () => otherProgram('accord.db'),
      ' is a database of another program',
    ],
    ['the log has lost its end', 'accord.db', () => halved('accord.db'), ' is damaged'],
    ['the vault is no database', 'vault.db', () => writeFile(join(data, 'vault.db'), 'hello'), ': this is not a vault'],
    [
      'the vault is the database of another program',
      'vault.db',
      () => otherProgram('vault.db'),
      ': this is another database',
    ],
  ])('does not start when %s, and leaves it as it was', async (_case, file, make, reason) => {
    await make();
    const before = await digests();
    const { exitCode, stdout, stderr } = await refusal();
    expect(stderr).toContain(`${join(data, file)}${reason}`);
    expect([exitCode, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    expect(await digests()).toMatchObject(before);
  });

  it('does not start beside another one on the same data', async () => {
    await expect(refusal({ ACCORD_DATA_DIR: api.dataDirectory })).resolves.toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/^\S+accord\.db is in use by process \d+: [^\n]+\n$/) as string,
    });
    expect(await sendAction(agreeAction())).toMatchObject({ __typename: 'PartnershipAccepted' });
  });

  function otherProgram(name: string): void {
    const database = new DatabaseSync(join(data, name));
    database.exec('CREATE TABLE notes (text); INSERT INTO notes VALUES (1)');
    database.close();
  }

  async function halved(name: string): Promise<void> {
    const copy = join(data, name);
    await copyFile(join(api.dataDirectory, name), copy);
    const bytes = await readFile(copy);
    await writeFile(copy, bytes.subarray(0, Math.floor(bytes.length / 2)));
  }
});
