import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { openSqliteEventStore } from '#event-store';
import { roles, type TokenClaims } from '#identity';
import { startApiUnderTest } from '../support/api-under-test.js';
import { compileForChild, type CompiledSources } from '../support/compiled.js';
import { GraphqlActor } from '../support/graphql-actor.js';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const LIST = join(REPOSITORY, 'examples/kubernetes-partners.csv');
const MAPPING = join(REPOSITORY, 'examples/kubernetes-partners.mapping.yaml');
const SALESFORCE = join(REPOSITORY, 'examples/salesforce-accounts.csv');

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Running {
  readonly process: ChildProcess;
  /** Resolves with the first line on stdout. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ended>;
}

interface Report {
  readonly counts: { readonly accepted: number; readonly skipped: number; readonly rejected: number };
  readonly rows: readonly { readonly rowNo: number; readonly outcome: string; readonly reason?: string }[];
}

interface Invitation {
  readonly url: string;
  readonly explorer: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly queries: readonly string[];
}

let sources: CompiledSources;
let folder: string;

beforeAll(async () => {
  sources = await compileForChild();
  symlinkSync(join(REPOSITORY, 'examples'), join(dirname(dirname(sources.script('x'))), 'examples'));
  folder = mkdtempSync(join(tmpdir(), 'accord-cli-'));
});

afterAll(() => {
  sources.remove();
  rmSync(folder, { recursive: true, force: true });
});

function start(...given: readonly string[]): Running {
  const child = spawn(process.execPath, [sources.script('apps/cli/src/main.ts'), ...given], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const ended = new Promise<Ended>((done) => child.once('close', (code) => done({ code, stdout, stderr })));
  const firstLine = new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('\n')) done(stdout.slice(0, stdout.indexOf('\n')));
    });
    void ended.then(() => fail(new Error(stderr)));
  });
  firstLine.catch(() => undefined);
  return { process: child, firstLine, ended };
}

function accord(...given: readonly string[]): Promise<Ended> {
  return start(...given).ended;
}

async function headOf(dataDirectory: string): Promise<string> {
  const store = await openSqliteEventStore({ path: join(dataDirectory, 'accord.db'), readOnly: true });
  try {
    return await store.head();
  } finally {
    await store.close();
  }
}

describe('accord import', () => {
  const importList = (...given: readonly string[]): Promise<Ended> =>
    accord('import', LIST, '--map', MAPPING, ...given);

  it('takes a real list over, and the second time changes nothing', async () => {
    const data = join(folder, 'imported');
    const first = await importList('--data-dir', data, '--json', '--report', join(folder, 'report.csv'));
    expect(first.stderr).toBe('');
    expect(first.code).toBe(3);
    expect((JSON.parse(first.stdout) as Report).counts).toEqual({ rows: 57, accepted: 54, skipped: 0, rejected: 3 });
    expect(readFileSync(join(folder, 'report.csv'), 'utf8').split('\r\n')).toHaveLength(59);

    const head = await headOf(data);
    const second = JSON.parse((await importList('--data-dir', data, '--json')).stdout) as Report;
    expect(second.counts).toEqual({ rows: 57, accepted: 0, skipped: 54, rejected: 3 });
    expect(new Set(second.rows.map(({ reason }) => reason))).toEqual(new Set(['already imported', undefined]));
    expect(await headOf(data)).toBe(head);

    const demo = await accord('demo', '--data-dir', data, '--port', '0', '--exit');
    expect([demo.code, demo.stderr]).toEqual([
      2,
      `accord: ${data} holds events that are not the demo's. Name an empty folder with --data-dir; nothing was changed.\n`,
    ]);
    expect(await headOf(data)).toBe(head);
  });

  it('writes nothing in a dry run', async () => {
    const data = join(folder, 'never-made');
    const ended = await accord('import', SALESFORCE, '--dry-run', '--data-dir', data);
    expect(ended.code).toBe(3);
    expect(ended.stdout).toContain(
      '9 rows: 5 accepted, 2 skipped, 2 rejected.\nNothing was recorded: this was a dry run.',
    );
    await expect(headOf(data)).rejects.toThrow();
  });

  it.each([
    ['a list of an unknown source', [LIST], 'say with --map mapping.yaml what they mean'],
    ['a file that is not there', [join(REPOSITORY, 'nowhere.csv')], 'there is no such file or folder'],
    ['a folder', [REPOSITORY], 'cannot be read: it is a folder.'],
    ['a file below a file', [join(LIST, 'list.csv')], 'cannot be read: it lies below a file and not a folder.'],
    ['an empty file', ['/dev/null'], 'The file is empty: export the list again. (FILE_EMPTY)'],
    ['a folder as mapping', [LIST, '--map', REPOSITORY], 'cannot be read: it is a folder.'],
    ['an address without a token', [SALESFORCE, '--url', 'http://localhost:1'], '--url needs --token'],
    ['an address with an empty token', [SALESFORCE, '--url', 'http://localhost:1', '--token', ''], 'needs --token'],
    [
      'a token that is none',
      [SALESFORCE, '--url', 'http://localhost:1', '--token', 'x\ny'],
      '--token is none: a token',
    ],
    ['an address that is none', [SALESFORCE, '--url', 'here', '--token', 'x'], '--url is "here"'],
    ['no file', [], "missing required argument 'file'"],
  ])('refuses %s as wrong usage, in a line that names the way out', async (_, given, said) => {
    const ended = await accord('import', ...given);
    expect(ended.code).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toContain(said);
    expect(ended.stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  it('refuses a picture as wrong usage', async () => {
    const picture = join(folder, 'list.csv');
    writeFileSync(picture, Buffer.from('89504e470d0a1a0a', 'hex'));
    const ended = await accord('import', picture);
    expect([ended.code, ended.stderr]).toEqual([
      2,
      `accord: ${picture}: The file is a picture: save the list as "CSV UTF-8" and import that file. (FILE_BINARY)\n`,
    ]);
  });

  it.each<[string, TokenClaims, string, string]>([
    ['has expired', { subject: 'import', roles: ['SYSTEM'] }, '1 hour ago', 'The token has expired.'],
    ['may not', { subject: 'ines', roles: ['AUDITOR'] }, '1h', 'stageImport needs one of the roles'],
    [
      'represents a partner',
      { subject: 'pia', roles: ['PARTNER_REP'], partnerships: ['prt_0'] },
      '1h',
      'This list is for the own side.',
    ],
  ])('ends with one line when the token %s', async (_, claims, expiresIn, said) => {
    const api = await startApiUnderTest();
    try {
      const given = ['--url', api.url, '--token', await api.token(claims, expiresIn)];
      const ended = await accord('import', SALESFORCE, ...given);
      expect([ended.code, ended.stdout, ended.stderr]).toEqual([1, '', expect.stringContaining(said)]);
      expect(ended.stderr.trimEnd()).not.toContain('\n');
    } finally {
      await api.dispose();
    }
  });

  it('says so when nobody answers', async () => {
    const ended = await accord('import', SALESFORCE, '--url', 'http://127.0.0.1:9', '--token', 'a.b.c');
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('http://127.0.0.1:9 does not answer')]);
  });
});

describe('accord demo', () => {
  it('tells its story once, serves it again, and stops in good order', async () => {
    const data = join(folder, 'demo');
    const told = await accord('demo', '--data-dir', data, '--port', '0', '--exit', '--json');
    expect([told.code, told.stdout.split('\n')]).toEqual([0, [expect.stringMatching(/^\{"url"/), '']]);
    const head = await headOf(data);

    const demo = start('demo', '--data-dir', data, '--port', '0', '--json');
    const { url, explorer, tokens, queries } = JSON.parse(await demo.firstLine) as Invitation;
    expect(explorer).toBe(`${url}/explorer#token=${tokens['HEAD_OF_PARTNERING'] ?? ''}`);
    expect(Object.keys(tokens).sort()).toEqual([...roles].sort());
    expect(await headOf(data)).toBe(head);

    const auditor = new GraphqlActor(url, tokens['AUDITOR'] ?? '');
    for (const query of queries) {
      const answer: Record<string, { readonly edges: readonly unknown[] }> = await auditor.query(query);
      expect([query, Object.values(answer)[0]?.edges.length]).not.toEqual([query, 0]);
    }
    const all: { readonly partnerships: { readonly edges: readonly { readonly node: Story }[] } } = await auditor.query(
      '{ partnerships(first: 100) { edges { node { companyName category state proposal { proposingSide } } } } }',
    );
    const rows = all.partnerships.edges.map(({ node }) => node);
    const stateOf = (company: string): unknown => rows.find((row) => row.companyName === company)?.state;
    expect(rows).toHaveLength(55);
    expect(stateOf('Jetstack')).toBe('TERMINATED');
    expect(stateOf('Livewyer')).toBe('ABANDONED');
    expect(stateOf('Weaveworks')).toBe('ONBOARDING');
    expect(rows.filter(({ proposal }) => proposal !== null)).toEqual([
      { companyName: 'Container Solutions', category: 'SERVICE', state: 'ACTIVE', proposal: { proposingSide: 'OWN' } },
    ]);

    await readsHistoryBesideTheServer(data, queries);
    const second = await accord('import', SALESFORCE, '--data-dir', data);
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('is in use by process')]);
    const beside = await accord('import', SALESFORCE, '--url', url, '--token', tokens['SYSTEM'] ?? '', '--json');
    expect((JSON.parse(beside.stdout) as Report).counts).toEqual({ rows: 9, accepted: 4, skipped: 2, rejected: 3 });

    demo.process.kill('SIGTERM');
    expect((await demo.ended).code).toBe(0);
  });

  it('refuses a folder whose demo was interrupted', async () => {
    const data = join(folder, 'interrupted');
    const demo = start('demo', '--data-dir', data, '--port', '0');
    await new Promise<void>((begun) => demo.process.stderr?.once('data', () => begun()));
    demo.process.kill('SIGTERM');
    expect((await demo.ended).code).toBe(0);
    const again = await accord('demo', '--data-dir', data, '--port', '0', '--exit');
    expect([again.code, again.stderr]).toEqual([
      2,
      expect.stringContaining('was interrupted while it was being set up'),
    ]);
  });
});

interface Story {
  readonly companyName: string;
  readonly state: string;
  readonly proposal: unknown;
}

async function readsHistoryBesideTheServer(data: string, queries: readonly string[]): Promise<void> {
  const ended = /prt_\w+/.exec(queries.at(-1) ?? '')?.[0] ?? '';
  const history = await accord('history', ended, '--data-dir', data, '--limit', '1');
  expect([history.code, history.stdout]).toEqual([0, expect.stringContaining('by mutual agreement')]);
  expect(history.stdout).not.toContain('{{');
  const unknown = await accord('history', 'prt_nobody', '--data-dir', data);
  expect([unknown.code, unknown.stderr]).toEqual([1, expect.stringContaining('There is no partnership prt_nobody')]);
}
