import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mailHash } from './mail-hash.adapter.js';
import { openVault, type Vault } from './open-vault.adapter.js';
import type { PersonVault } from './person-vault.js';

const storedAt = '2026-04-20T08:00:00.000Z';
const heldJana = { personId: 'prs_1', companyId: 'cmp_1', name: 'Jana Muster', email: 'Jana@nordlicht.example' };
const heldOle = { personId: 'prs_2', companyId: 'cmp_1', name: 'Ole Beispiel', title: 'CTO', phone: '+49 431 0000' };
const jana = { ...heldJana, storedAt };
const ole = { ...heldOle, storedAt };

describe.each(['a file', 'memory'])('the person vault in %s', (place) => {
  let folder: string;
  let vault: Vault;
  let persons: PersonVault;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-vault-'));
    vault = openVault(place === 'memory' ? ':memory:' : join(folder, 'vault.db'));
    persons = vault.persons;
  });

  afterEach(async () => {
    vault.close();
    await rm(folder, { recursive: true });
  });

  const held = async (...personIds: string[]): Promise<object> => Object.fromEntries(await persons.getMany(personIds));

  it('returns what was stored, and only what was stored', async () => {
    expect(await persons.register(jana)).toEqual({ outcome: 'STORED' });
    expect(await persons.register(ole)).toEqual({ outcome: 'STORED' });
    expect(await held('prs_2', 'prs_1', 'prs_9', 'prs_1')).toEqual({ prs_1: heldJana, prs_2: heldOle });
    expect(await held()).toEqual({});
  });

  it('finds everybody with a mail address, whatever its case, one per company', async () => {
    await persons.register(jana);
    await persons.register({ ...jana, personId: 'prs_3', companyId: 'cmp_2' });
    const { companyId: _, ...own } = jana;
    await persons.register({ ...own, personId: 'prs_4' });
    expect(await persons.findByMailHash(mailHash(' JANA@Nordlicht.Example '))).toEqual([
      { personId: 'prs_4' },
      { personId: 'prs_1', companyId: 'cmp_1' },
      { personId: 'prs_3', companyId: 'cmp_2' },
    ]);
    expect(await persons.findByMailHash(mailHash('nobody@nordlicht.example'))).toEqual([]);
  });

  it.each([
    ['partner company', { companyId: 'cmp_1' }],
    ['own company', {}],
  ])('refuses a second person with the same mail address in the same %s', async (_case, company) => {
    const { companyId: _, ...person } = jana;
    await persons.register({ ...person, ...company });
    const second = { ...company, personId: 'prs_2', name: 'J. Muster', email: 'jana@NORDLICHT.example', storedAt };
    expect(await persons.register(second)).toEqual({ outcome: 'DUPLICATE', personId: 'prs_1', storedAt });
    expect(await held('prs_2')).toEqual({});
  });

  it('takes any number of persons without a mail address', async () => {
    expect(await persons.register(ole)).toEqual({ outcome: 'STORED' });
    expect(await persons.register({ ...ole, personId: 'prs_3' })).toEqual({ outcome: 'STORED' });
  });

  it('leaves a person as they are when the registration is sent again', async () => {
    await persons.register(jana);
    await persons.update('prs_1', { name: 'Jana Neumuster' });
    expect(await persons.register(jana)).toEqual({ outcome: 'STORED' });
    expect(await held('prs_1')).toEqual({ prs_1: { ...heldJana, name: 'Jana Neumuster' } });
  });

  it('replaces the given fields and moves the mail address along', async () => {
    await persons.register(jana);
    const change = { email: 'j.muster@nordlicht.example', title: 'CEO' };
    expect(await persons.update('prs_1', change)).toEqual({ outcome: 'STORED' });
    expect(await held('prs_1')).toEqual({ prs_1: { ...heldJana, ...change } });
    expect(await persons.findByMailHash(mailHash(jana.email))).toEqual([]);
    expect(await persons.register({ ...jana, personId: 'prs_5' })).toEqual({ outcome: 'STORED' });
  });

  it('changes nothing when the new mail address belongs to somebody else', async () => {
    await persons.register(jana);
    await persons.register(ole);
    const change = { title: 'CEO', email: 'jana@nordlicht.example' };
    expect(await persons.update('prs_2', change)).toEqual({ outcome: 'DUPLICATE', personId: 'prs_1', storedAt });
    expect(await held('prs_2')).toEqual({ prs_2: heldOle });
    expect(await persons.update('prs_1', { email: 'JANA@nordlicht.example' })).toEqual({ outcome: 'STORED' });
  });

  it('knows nobody to update who was never registered', async () => {
    expect(await persons.update('prs_9', { title: 'CEO' })).toEqual({ outcome: 'UNKNOWN' });
  });

  it('forgets fields and keeps the others', async () => {
    await persons.register(ole);
    await persons.erase('prs_2', ['phone', 'email']);
    const { phone: _, ...rest } = heldOle;
    expect(await held('prs_2')).toEqual({ prs_2: rest });
    await persons.erase('prs_2', ['title']);
    expect(await held('prs_2')).toEqual({ prs_2: { personId: 'prs_2', companyId: 'cmp_1', name: 'Ole Beispiel' } });
  });

  it('forgets with the mail address its hash, so that somebody else may have it', async () => {
    await persons.register(jana);
    await persons.erase('prs_1', ['name', 'title', 'email', 'phone']);
    expect(await persons.findByMailHash(mailHash(jana.email))).toEqual([]);
    expect(await persons.register({ ...jana, personId: 'prs_5' })).toEqual({ outcome: 'STORED' });
  });

  it('brings nothing back when an old registration or a change arrives after the erasure', async () => {
    await persons.register(jana);
    await persons.erase('prs_1', ['name', 'email']);
    await persons.erase('prs_1', ['name', 'email']);
    expect(await persons.register(jana)).toEqual({ outcome: 'STORED' });
    expect(await persons.update('prs_1', { name: 'Jana', email: 'x@y.example', title: 'CEO' })).toEqual({
      outcome: 'ERASED',
      fields: ['name', 'email'],
    });
    expect(await held('prs_1')).toEqual({ prs_1: { personId: 'prs_1', companyId: 'cmp_1' } });
  });

  it('forgets who never came to be, unless the registration was sent again', async () => {
    await persons.register(jana);
    await persons.register({ ...jana, storedAt: '2026-04-20T09:00:00.000Z' });
    expect(await persons.discard('prs_1', storedAt)).toBe(false);
    expect(await held('prs_1')).toEqual({ prs_1: heldJana });
    expect(await persons.discard('prs_1', '2026-04-20T09:00:00.000Z')).toBe(true);
    expect(await held('prs_1')).toEqual({});
    expect(await persons.register({ ...jana, personId: 'prs_5' })).toEqual({ outcome: 'STORED' });
  });

  it('forgets nothing of somebody it does not know', async () => {
    await persons.register(jana);
    await persons.erase('prs_9', ['name']);
    expect(await held('prs_1')).toEqual({ prs_1: heldJana });
  });
});

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
    const vault = openVault(path);
    await vault.persons.register(jana);
    const files = await readdir(folder);
    expect(files).toContain('vault.db-wal');
    for (const file of files) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600);
    vault.close();
  });

  it('survives a restart', async () => {
    const first = openVault(path);
    await first.persons.register(jana);
    const [sealed] = await first.texts.seal(['A word in confidence']);
    first.close();
    const second = openVault(path);
    expect(await second.persons.getMany(['prs_1'])).toEqual(new Map([['prs_1', heldJana]]));
    expect(await second.texts.open([sealed])).toEqual(['A word in confidence']);
    second.close();
  });

  it('holds no trace of what was forgotten, while it is open and among many others', async () => {
    const vault = openVault(path);
    // Rows that grow make the driver move others to new pages, and leave copies of them behind.
    const people = Array.from({ length: 120 }, (_, index) => ({
      personId: `prs_${mailHash(`p${String(index)}`).slice(0, 20)}`,
      companyId: `cmp_${String(index % 7)}`,
      name: `FORGOTTEN-${String(index)}`,
      email: `FORGOTTEN-${String(index)}@nordlicht.example`,
      storedAt,
    }));
    await vault.persons.register(jana);
    for (const person of people) await vault.persons.register(person);
    for (const [index, { personId, name }] of people.entries())
      await vault.persons.update(personId, { name: `${name}${'x'.repeat(80 * ((index * 7) % 10))}` });
    expect(await traces('FORGOTTEN')).not.toEqual([]);

    for (const { personId } of people) await vault.persons.erase(personId, ['name', 'title', 'email', 'phone']);

    expect(await traces('FORGOTTEN')).toEqual([]);
    for (const { email } of people) expect(await traces(mailHash(email))).toEqual([]);
    expect(await traces(jana.name)).not.toEqual([]);
    vault.close();
  }, 30_000);
});
