import { execFile } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMongoVault } from '#directory';
import { connectToMongo } from '#document-store';
import { openSqliteEventStore, verifyLog } from '#event-store';
import { startMongoDouble } from '../doubles/mongodb/mongo-double.js';
import { type ApiUnderTest, startApiUnderTest } from '../support/api-under-test.js';
import { askEverything } from '../support/ask-everything.js';
import { compileForChild, type CompiledSources } from '../support/compiled.js';
import { type Cast, livePartnership, proposedPartnership, publishedProgramme } from '../support/partnership-cast.js';
import { queriesOf } from '../support/schema-walk.js';

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

let sources: CompiledSources;
let folder: string;
let api: ApiUnderTest;
let nordlicht: Cast;

beforeAll(async () => {
  sources = await compileForChild();
  folder = mkdtempSync(join(tmpdir(), 'accord-backup-'));
  api = await startApiUnderTest({}, join(folder, 'data'));
  nordlicht = await livePartnership(api, await publishedProgramme(api), 'Nordlicht');
});

afterAll(async () => {
  await api.stop();
  sources.remove();
  rmSync(folder, { recursive: true });
});

function accord(command: string, ...options: readonly string[]): Promise<Ended> {
  return accordWith({}, command, ...options);
}

function accordWith(settings: Readonly<Record<string, string>>, ...given: readonly string[]): Promise<Ended> {
  const script = sources.script('apps/cli/src/main.ts');
  const env = { ...process.env, NODE_OPTIONS: '', ACCORD_EVENT_STORE: '', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...given], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

function backup(to: string, data = join(folder, 'data')): Promise<Ended> {
  return accord('backup', '--data-dir', data, '--to', join(folder, to));
}

async function everything(from: ApiUnderTest): Promise<object> {
  const auditor = await from.actor('AUDITOR');
  const answers: Record<string, unknown> = {};
  // How the read models run is another matter.
  for (const query of queriesOf(from.schema).filter(({ name }) => name !== 'projections'))
    answers[query.name] = (await askEverything(auditor, query, nordlicht)).data;
  return answers;
}

describe('accord backup', () => {
  it('copies what a running server holds; a server on the copy answers the same to the last field', async () => {
    const whole = await everything(api);
    const ended = await backup('copy');
    expect([ended.code, ended.stderr.split('\n')]).toEqual([
      0,
      expect.arrayContaining([expect.stringMatching(/^Copying the log/)]),
    ]);
    expect(ended.stdout).toMatch(
      /holds \d+ events in \d+ streams and the person vault as of \S+Z: \d+ KiB, verified\.\n$/,
    );
    expect(readdirSync(join(folder, 'copy')).sort()).toEqual(['accord.db', 'vault.db']);
    const modes = ['copy', 'copy/accord.db', 'copy/vault.db'].map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes).toEqual([0o700, 0o600, 0o600]);

    const restored = await startApiUnderTest({}, join(folder, 'copy'));
    expect(await everything(restored)).toEqual(whole);
    await restored.stop();
  });

  it('holds a whole log while commands go on, and every person that it names', async () => {
    const finished = new AbortController();
    const commands = (async () => {
      for (let number = 0; !finished.signal.aborted; number += 1)
        await proposedPartnership(api, `Ostwind${String(number)}`);
    })();
    const ended = await accord('backup', '--json', '--data-dir', join(folder, 'data'), '--to', join(folder, 'busy'));
    finished.abort();
    await commands;
    expect([ended.code, ended.stderr]).toEqual([0, '']);

    const store = await openSqliteEventStore({ path: join(folder, 'busy/accord.db'), readOnly: true });
    const { events, breaks } = await verifyLog(store.readAll());
    await store.close();
    expect(JSON.parse(ended.stdout)).toMatchObject({ log: { events } });
    expect(breaks).toEqual([]);
    const restored = await startApiUnderTest({}, join(folder, 'busy'));
    const auditor = await restored.actor('AUDITOR');
    const { contactPersons } = await auditor.query<{
      readonly contactPersons: { readonly edges: readonly { readonly node: { readonly name: string | null } }[] };
    }>('{ contactPersons(first: 100) { edges { node { name } } } }');
    expect(contactPersons.edges.map(({ node }) => node.name)).not.toContain(null);
    await restored.stop();
  });

  it('copies what is in files, and says what is not', async () => {
    const [data, mongo] = [join(folder, 'data'), { ACCORD_DOCUMENT_STORE: 'mongodb://anna:geheim@nowhere/accord' }];
    const logAlone = await accordWith(mongo, 'backup', '--data-dir', data, '--to', join(folder, 'log-alone'));
    expect([logAlone.code, logAlone.stderr]).toEqual([0, expect.stringContaining('this is the log alone.')]);
    expect(readdirSync(join(folder, 'log-alone'))).toEqual(['accord.db']);
    const servers = { ...mongo, ACCORD_EVENT_STORE: 'esdb://anna:geheim@nowhere:2113' };
    const nothing = await accordWith(servers, 'backup', '--data-dir', data, '--to', join(folder, 'nothing'));
    expect([nothing.code, nothing.stderr]).toEqual([1, expect.stringContaining('are backed up there.')]);
    expect(existsSync(join(folder, 'nothing'))).toBe(false);
  });

  it('overwrites nothing, and leaves nothing of what went wrong', async () => {
    mkdirSync(join(folder, 'taken'));
    expect(await backup('taken')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is not overwritten') as unknown,
    });
    expect(await backup('none', join(folder, 'nowhere'))).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('accord.db does not exist') as unknown,
    });
    expect(readdirSync(folder).filter((name) => name.startsWith('none'))).toEqual([]);
  });

  it('refuses a log that was altered', async () => {
    const altered = join(folder, 'altered');
    expect((await accord('backup', '--data-dir', join(folder, 'data'), '--to', altered)).code).toBe(0);
    const bytes = readFileSync(join(altered, 'accord.db'), 'latin1');
    const at = bytes.indexOf('Nordlicht GmbH');
    expect(at).toBeGreaterThan(0);
    writeFileSync(join(altered, 'accord.db'), bytes.replaceAll('Nordlicht GmbH', 'Nordlicht GmbX'), 'latin1');
    const ended = await backup('of-altered', altered);
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('was altered: ')]);
    expect(existsSync(join(folder, 'of-altered'))).toBe(false);
  });

  it('takes a vault for what it is', async () => {
    const strange = join(folder, 'strange');
    mkdirSync(strange);
    for (const name of ['accord.db', 'vault.db']) copyFileSync(join(folder, 'copy/accord.db'), join(strange, name));
    const ended = await backup('of-strange', strange);
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('of another program, not a vault')]);
    expect(readdirSync(folder).filter((name) => name.startsWith('of-strange'))).toEqual([]);
  });
});

describe('accord erase-again', () => {
  it('erases in a restored vault whoever the log calls erased, and nobody twice', async () => {
    const data = join(folder, 'erased');
    const { ownPersonId: personId } = await proposedPartnership(api, 'Vergissmein');
    expect((await backup('erased')).code).toBe(0);
    const compliance = await api.actor('COMPLIANCE');
    await compliance.accepted('erasePersonData', { personId, legalBasis: 'Art. 17 GDPR' }, 'contactPerson { id }');
    const log = `sqlite:${join(folder, 'data/accord.db')}`;
    const first = await accord('erase-again', '--data-dir', data, '--log', log, '--json');
    expect([first.code, first.stderr, first.stdout]).toEqual([0, '', `${JSON.stringify({ erased: [personId] })}\n`]);
    expect(readFileSync(join(data, 'vault.db'), 'latin1')).not.toContain('Jana Vergissmeinsen');
    const second = await accord('erase-again', '--data-dir', data, '--log', log, '--json');
    expect(JSON.parse(second.stdout)).toEqual({ erased: [] });
  }, 180_000);

  it('erases in the vault beside the read models in MongoDB as well', async () => {
    const { ownPersonId: personId } = await proposedPartnership(api, 'Vergessen');
    const compliance = await api.actor('COMPLIANCE');
    await compliance.accepted('erasePersonData', { personId, legalBasis: 'Art. 17 GDPR' }, 'contactPerson { id }');
    const double = await startMongoDouble();
    const connection = await connectToMongo({ url: double.url });
    const vault = await openMongoVault(connection);
    try {
      const storedAt = '2026-04-20T08:00:00.000Z';
      await vault.persons.register({ personId, name: 'Jana Vergessensen', email: 'jana@vergessen.example', storedAt });
      const places = {
        ACCORD_DOCUMENT_STORE: double.url,
        ACCORD_EVENT_STORE: `sqlite:${join(folder, 'data/accord.db')}`,
      };
      const ended = await accordWith(places, 'erase-again', '--data-dir', join(folder, 'nowhere'), '--json');
      expect([ended.code, ended.stderr, ended.stdout]).toEqual([0, '', `${JSON.stringify({ erased: [personId] })}\n`]);
      expect((await vault.persons.getMany([personId])).get(personId)).toEqual({ personId });
    } finally {
      await vault.close();
      await connection.close();
      await double.stop();
    }
  }, 180_000);

  it('says where it has looked for a vault', async () => {
    const ended = await accord('erase-again', '--data-dir', join(folder, 'nowhere'));
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('nowhere/vault.db does not exist. Set ')]);
  });
});

describe('accord copy', () => {
  it('moves the log of a running system, and a server on it answers the same', async () => {
    const [from, to] = [`sqlite:${join(folder, 'data/accord.db')}`, `sqlite:${join(folder, 'moved/accord.db')}`];
    const ended = await accord('copy', '--from', from, '--to', to);
    expect([ended.code, ended.stdout]).toEqual([0, expect.stringMatching(/^\d+ events copied, 0 were there before\./)]);
    expect(ended.stdout).not.toContain('skipped');
    copyFileSync(join(folder, 'busy/vault.db'), join(folder, 'moved/vault.db'));
    const moved = await startApiUnderTest({}, join(folder, 'moved'));
    const { partnerships } = (await everything(api)) as { readonly partnerships: unknown };
    expect(await everything(moved)).toMatchObject({ partnerships });
    await moved.stop();
  });

  it('refuses the same log twice as wrong usage', async () => {
    const ended = await accord('copy', '--from', 'sqlite:a.db', '--to', 'sqlite:a.db');
    expect([ended.code, ended.stderr]).toEqual([2, 'accord: --from and --to name the same log.\n']);
  });
});
