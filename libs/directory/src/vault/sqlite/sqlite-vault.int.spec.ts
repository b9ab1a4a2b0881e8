import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { mailHash } from '../mail-hash.adapter.js';
import { describePersonVault } from '../../testing/person-vault-contract.js';
import { describeTextVault } from '../../testing/text-vault-contract.js';
import type { VaultUnderTest } from '../../testing/vault-under-test.js';
import { openSqliteVault } from './open-sqlite-vault.adapter.js';

const storedAt = '2026-04-20T08:00:00.000Z';
const jana = { personId: 'prs_1', companyId: 'cmp_1', name: 'Jana Muster', email: 'Jana@nordlicht.example' };

describePersonVault('the person vault in a file', openInFolder);
describeTextVault('the text vault in a file', openInFolder);

describe('the vault file', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-vault-'));
    path = join(folder, 'vault.db');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const traces = async (text: string): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const file of await readdir(folder)) if ((await readFile(join(folder, file))).includes(text)) found.push(file);
    return found;
  };

  it('is for its owner only, its companions too', async () => {
    const vault = openSqliteVault(path);
    await vault.persons.register({ ...jana, storedAt });
    const files = await readdir(folder);
    expect(files).toContain('vault.db-wal');
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    await vault.close();
  });

  it('survives a restart', async () => {
    const first = openSqliteVault(path);
    await first.persons.register({ ...jana, storedAt });
    const [sealed] = await first.texts.seal(['A word in confidence']);
    await first.close();
    const second = openSqliteVault(path);
    expect(await second.persons.getMany(['prs_1'])).toEqual(new Map([['prs_1', jana]]));
    expect(await second.texts.open([sealed])).toEqual(['A word in confidence']);
    await second.close();
  });

  it('holds no trace of what was forgotten, while it is open and among many others', async () => {
    const vault = openSqliteVault(path);
    // Rows that grow make the driver move others to new pages, and leave copies of them behind.
    const people = Array.from({ length: 120 }, (_, index) => ({
      personId: `prs_${mailHash(`p${String(index)}`).slice(0, 20)}`,
      companyId: `cmp_${String(index % 7)}`,
      name: `FORGOTTEN-${String(index)}`,
      email: `FORGOTTEN-${String(index)}@nordlicht.example`,
      storedAt,
    }));
    await vault.persons.register({ ...jana, storedAt });
    for (const person of people) await vault.persons.register(person);
    for (const [index, { personId, name }] of people.entries())
      await vault.persons.update(personId, { name: `${name}${'x'.repeat(80 * ((index * 7) % 10))}` });
    expect(await traces('FORGOTTEN')).not.toEqual([]);

    for (const { personId } of people) await vault.persons.erase(personId, ['name', 'title', 'email', 'phone']);

    expect(await traces('FORGOTTEN')).toEqual([]);
    for (const { email } of people) expect(await traces(mailHash(email))).toEqual([]);
    expect(await traces(jana.name)).not.toEqual([]);
    await vault.close();
  }, 30_000);

  it('leaves no trace of a destroyed key in the file', async () => {
    const vault = openSqliteVault(path);
    const sealed = await vault.texts.seal(Array.from({ length: 300 }, (_, index) => `text ${String(index)}`));
    const reader = new DatabaseSync(path, { readOnly: true });
    const rows = reader.prepare('SELECT key_id, key FROM text_keys').all() as { key_id: string; key: string }[];
    reader.close();
    expect(rows).toHaveLength(300);

    const gone = sealed.slice(0, 20).map(({ keyId }) => keyId);
    for (const keyId of gone) await vault.texts.redact(keyId);

    const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1')));
    const bytes = files.join('');
    const stillThere = rows.filter(({ key, key_id: id }) => bytes.includes(key) || bytes.includes(id));
    expect(new Set(stillThere.map((row) => row.key_id))).toEqual(new Set(sealed.slice(20).map(({ keyId }) => keyId)));
    await vault.close();
  });
});

async function openInFolder(): Promise<VaultUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-vault-'));
  const path = join(folder, 'vault.db');
  const opened = [openSqliteVault(path)];
  return {
    vault: opened[0]!,
    another: () => {
      const vault = openSqliteVault(path);
      opened.push(vault);
      return Promise.resolve(vault);
    },
    dispose: async () => {
      for (const vault of opened) await vault.close().catch(() => undefined);
      await rm(folder, { recursive: true });
    },
  };
}
