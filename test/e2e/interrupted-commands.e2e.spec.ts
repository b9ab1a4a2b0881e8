import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openSqliteEventStore } from '#event-store';
import { issueToken, loadOrCreateKey } from '#identity';
import { type Child, startChild } from '../support/child-process.js';
import { compileForChild, type CompiledSources } from '../support/compiled.js';

const REPOSITORY = resolve(import.meta.dirname, '../..');
const LIST = join(REPOSITORY, 'examples/kubernetes-partners.csv');
const MAPPING = join(REPOSITORY, 'examples/kubernetes-partners.mapping.yaml');

interface Report {
  readonly counts: { readonly rows: number; readonly accepted: number; readonly skipped: number };
}

let sources: CompiledSources;
let folder: string;
beforeAll(async () => {
  sources = await compileForChild();
  symlinkSync(join(REPOSITORY, 'examples'), join(dirname(dirname(sources.script('x'))), 'examples'));
  folder = mkdtempSync(join(tmpdir(), 'accord-interrupted-'));
});
afterAll(() => {
  sources.remove();
  rmSync(folder, { recursive: true, force: true });
});

function accord(...given: readonly string[]): Child {
  return startChild(sources.script('apps/cli/src/main.ts'), { ACCORD_LOG_LEVEL: 'info' }, given);
}

function importInto(data: string, ...given: readonly string[]): Child {
  return accord('import', LIST, '--map', MAPPING, '--json', '--data-dir', data, ...given);
}

async function importedInFull(data: string, ...given: readonly string[]): Promise<Report['counts']> {
  const again = importInto(data, ...given);
  const { counts } = JSON.parse(await again.line()) as Report;
  expect([await again.ended, counts]).toMatchObject([3, { rows: 57, rejected: 3 }]);
  expect(counts.accepted + counts.skipped).toBe(54);
  return counts;
}

/** How many events there are; none before there is a log. */
async function countEvents(data: string): Promise<number> {
  if (!existsSync(join(data, 'signing-key.json'))) return 0;
  const store = await openSqliteEventStore({ path: join(data, 'accord.db'), readOnly: true });
  try {
    return Number(await store.head());
  } finally {
    await store.close();
  }
}

async function recorded(data: string, events: number): Promise<void> {
  while ((await countEvents(data)) < events) await setImmediate();
}

/** The process that writes to the log: the server that the command has started. */
async function writerOf(data: string): Promise<number> {
  try {
    await (await openSqliteEventStore({ path: join(data, 'accord.db') })).close();
  } catch (error) {
    const pid = /in use by process (\d+)/.exec(String(error))?.[1];
    if (pid !== undefined) return Number(pid);
    throw error;
  }
  throw new Error(`Nobody writes to the log in ${data}.`);
}

async function gone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await setImmediate();
  }
}

describe('a command that is killed', () => {
  it('leaves no server: an import goes on when it is started again', async () => {
    const data = join(folder, 'killed-import');
    const killed = importInto(data);
    await recorded(data, 20);
    const server = await writerOf(data);
    await killed.end('SIGKILL');
    await gone(server);
    const before = await countEvents(data);
    expect(before).toBeGreaterThanOrEqual(20);
    await importedInFull(data);
  });

  it('leaves no server: a demo is served again', async () => {
    const data = join(folder, 'killed-demo');
    const killed = accord('demo', '--data-dir', data, '--port', '0', '--json');
    const { url } = JSON.parse(await killed.line()) as { readonly url: string };
    const server = await writerOf(data);
    await killed.end('SIGKILL');
    await gone(server);
    await expect(fetch(url)).rejects.toThrow();
    expect(await accord('demo', '--data-dir', data, '--port', '0', '--exit').ended).toBe(0);
  });
});

describe('a command that is asked to end', () => {
  it('lets its server finish what is in flight, and says how far it is', async () => {
    const data = join(folder, 'interrupted');
    const interrupted = importInto(data);
    await recorded(data, 20);
    expect(await interrupted.end('SIGINT')).toBe(1);
    expect(interrupted.complaint).toMatch(
      /accord: Interrupted\. The import stopped after \d+ of 54 rows; what was accepted stays\. Run the same command again: it skips that and goes on with the rest\.\n$/,
    );
    await importedInFull(data);
  });

  it('asks its server once, however the signal came', async () => {
    const data = join(folder, 'asked-once');
    const serving = accord('demo', '--data-dir', data, '--port', '0', '--json');
    await serving.line();
    expect(await serving.end('SIGINT')).toBe(0);
    expect(serving.complaint).toContain('"by":"parent","msg":"stopping: finishing what is in flight"');
    expect(serving.complaint).toContain('"msg":"stopped in good order"');
    expect(serving.complaint).not.toContain('a second time');
  });
});

describe('an import whose server goes away', () => {
  it('says in plain words what happened, and goes on when the server is back', async () => {
    const data = join(folder, 'server-gone');
    const serve = (): Child =>
      startChild(sources.script('apps/api/src/main.ts'), {
        PORT: '0',
        ACCORD_DATA_DIR: data,
        ACCORD_LOG_LEVEL: 'silent',
      });
    const target = async (server: Child): Promise<readonly string[]> => {
      const url = (await server.line()).split(' ').at(-1) ?? '';
      const { signing } = await loadOrCreateKey(join(data, 'signing-key.json'));
      return ['--url', url, '--token', await issueToken(signing, { subject: 'import', roles: ['SYSTEM'] }, '1h')];
    };
    const server = serve();
    const stopped = importInto(data, ...(await target(server)));
    await recorded(data, 20);
    await server.end('SIGKILL');
    expect(await stopped.ended).toBe(1);
    expect(stopped.complaint).toMatch(
      /^accord: http:\S+ does not answer: (the connection broke off|nothing listens there)\. The import stopped after \d+ of 54 rows; what was accepted stays\. /,
    );

    const back = serve();
    await importedInFull(data, ...(await target(back)));
    await back.end('SIGTERM');
  });
});
