import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openSqliteVault } from './open-sqlite-vault.adapter.js';
import { VaultFileRefused } from '../vault-errors.js';

const storedAt = '2026-04-20T08:00:00.000Z';

describe('opening the vault file', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-vault-'));
    path = join(folder, 'vault.db');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('takes the rights of others away from a file that is there', async () => {
    await writeFile(path, '');
    await chmod(path, 0o644);
    await openSqliteVault(path).close();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('refuses a file that is no database, and leaves it as it is', async () => {
    await writeFile(path, 'name;email\nJana;jana@nordlicht.example\n', { mode: 0o644 });
    expect(() => openSqliteVault(path)).toThrow(VaultFileRefused);
    expect(() => openSqliteVault(path)).toThrow(`${path}: this is not a vault`);
    expect(await readFile(path, 'utf8')).toBe('name;email\nJana;jana@nordlicht.example\n');
    expect((await stat(path)).mode & 0o777).toBe(0o644);
  });

  it('refuses the database of something else, and leaves it as it is', async () => {
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE events (data TEXT)');
    other.close();
    await chmod(path, 0o644);
    const before = await readFile(path);
    expect(() => openSqliteVault(path)).toThrow('this is another database, not a vault');
    expect(await readFile(path)).toEqual(before);
    expect((await stat(path)).mode & 0o777).toBe(0o644);
  });

  it('refuses the vault of a newer version', async () => {
    await openSqliteVault(path).close();
    const newer = new DatabaseSync(path);
    newer.exec('PRAGMA user_version = 3');
    newer.close();
    expect(() => openSqliteVault(path)).toThrow('a newer version of Accord');
  });

  it('takes over a vault of the version before, with everybody in it', async () => {
    const jana = { personId: 'prs_1', name: 'Jana Muster', email: 'jana@nordlicht.example' };
    const before = openSqliteVault(path);
    await before.persons.register({ ...jana, storedAt });
    await before.close();
    const older = new DatabaseSync(path);
    older.exec('ALTER TABLE persons DROP COLUMN stored_at; PRAGMA user_version = 1');
    older.close();
    const vault = openSqliteVault(path);
    expect(await vault.persons.getMany(['prs_1'])).toEqual(new Map([['prs_1', jana]]));
    expect(await vault.persons.register({ ...jana, personId: 'prs_2', storedAt })).toEqual({
      outcome: 'DUPLICATE',
      personId: 'prs_1',
      storedAt: '',
    });
    await vault.close();
  });

  it('refuses a folder, and a file in a folder that is not there', async () => {
    await mkdir(path);
    expect(() => openSqliteVault(path)).toThrow(VaultFileRefused);
    expect(() => openSqliteVault(join(folder, 'missing', 'vault.db'))).toThrow('Check folder and rights');
  });

  it('finishes on the next start what a crash interrupted: nothing that was forgotten stays in the file', async () => {
    const vault = openSqliteVault(path);
    for (const personId of ['prs_1', 'prs_2', 'prs_3'])
      await vault.persons.register({ personId, name: 'FORGOTTEN', storedAt });
    await vault.close();
    const crashed = new DatabaseSync(path);
    crashed.exec('PRAGMA secure_delete = OFF; DELETE FROM persons; UPDATE purge SET pending = 1');
    crashed.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
    crashed.close();
    expect((await readFile(path)).includes('FORGOTTEN')).toBe(true);
    const next = openSqliteVault(path);
    expect((await readFile(path)).includes('FORGOTTEN')).toBe(false);
    await next.close();
  });

  it('says so when another process keeps the last traces in the file, and removes them when asked again', async () => {
    const vault = openSqliteVault(path);
    await vault.persons.register({ personId: 'prs_1', name: 'FORGOTTEN', email: 'f@nordlicht.example', storedAt });
    const reader = new DatabaseSync(path);
    reader.exec('BEGIN; SELECT count(*) FROM persons');
    await expect(vault.persons.erase('prs_1', ['name'])).rejects.toMatchObject({ name: 'VaultNotPurged' });
    expect((await vault.persons.getMany(['prs_1'])).get('prs_1')).not.toHaveProperty('name');
    reader.exec('COMMIT');
    reader.close();
    await vault.persons.erase('prs_1', ['name']);
    expect((await readFile(path)).includes('FORGOTTEN')).toBe(false);
    expect((await readFile(`${path}-wal`)).includes('FORGOTTEN')).toBe(false);
    await vault.close();
  });
});
