import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { openVault, type Vault } from './open-vault.adapter.js';
import type { TextVault } from './text-vault.js';

describe('the text vault', () => {
  let folder: string;
  let path: string;
  let vault: Vault;
  let texts: TextVault;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'accord-vault-'));
    path = join(folder, 'vault.db');
    vault = openVault(path);
    texts = vault.texts;
  });

  afterEach(async () => {
    vault.close();
    await rm(folder, { recursive: true });
  });

  it('opens what it sealed, in the order asked for', async () => {
    const plain = ['Budget for 2027 is open.', '', 'Grüße an {{person:prs_1}} 👋', 'x'.repeat(20_000)];
    const sealed = await texts.seal(plain);
    expect(await texts.open(sealed)).toEqual(plain);
    expect(await texts.open([sealed[2]!, sealed[0]!, sealed[2]!])).toEqual([plain[2], plain[0], plain[2]]);
  });

  it('seals and opens nothing', async () => {
    expect(await texts.seal([])).toEqual([]);
    expect(await texts.open([])).toEqual([]);
  });

  it('seals many texts at once, each for its own caller', async () => {
    const plain = Array.from({ length: 100 }, (_, index) => `text ${String(index)}`);
    const sealed = await Promise.all(plain.map((text) => texts.seal([text])));
    expect(await texts.open(sealed.map(([one]) => one))).toEqual(plain);
  });

  it('keeps the key of a text that is being sealed when the vault is closed', async () => {
    const sealing = texts.seal(['in flight']);
    vault.close();
    const sealed = await sealing;
    vault = openVault(path);
    expect(await vault.texts.open(sealed)).toEqual(['in flight']);
  });

  it('tells every caller when the keys could not be stored', async () => {
    vault.close();
    const outcomes = await Promise.allSettled([texts.seal(['one']), texts.seal(['other'])]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    vault = openVault(path);
  });

  it('gives every text a key and a ciphertext of its own, which say nothing', async () => {
    const [one, other] = await texts.seal(['the same words', 'the same words']);
    expect(one.keyId).not.toBe(other.keyId);
    expect(one.ciphertext).not.toBe(other.ciphertext);
    expect(Buffer.from(one.ciphertext, 'base64').includes('same')).toBe(false);
    expect(JSON.parse(JSON.stringify(one))).toEqual(one);
  });

  it('does not open a text whose key was destroyed, and opens the others', async () => {
    const sealed = await texts.seal(['forgotten', 'kept']);
    await texts.redact(sealed[0].keyId);
    await texts.redact(sealed[0].keyId);
    await texts.redact('key_nobody_knows');
    expect(await texts.open(sealed)).toEqual([undefined, 'kept']);
  });

  it('does not open a text of another vault, and does not fail', async () => {
    const elsewhere = openVault(':memory:');
    const [foreign] = await elsewhere.texts.seal(['not yours']);
    elsewhere.close();
    expect(await texts.open([foreign])).toEqual([undefined]);
  });

  it('leaves no trace of a destroyed key in the file', async () => {
    const sealed = await texts.seal(Array.from({ length: 300 }, (_, index) => `text ${String(index)}`));
    const reader = new DatabaseSync(path, { readOnly: true });
    const rows = reader.prepare('SELECT key_id, key FROM text_keys').all() as { key_id: string; key: string }[];
    reader.close();
    expect(rows).toHaveLength(300);

    const gone = sealed.slice(0, 20).map(({ keyId }) => keyId);
    for (const keyId of gone) await texts.redact(keyId);

    const files = await Promise.all((await readdir(folder)).map((file) => readFile(join(folder, file), 'latin1')));
    const bytes = files.join('');
    const stillThere = rows.filter(({ key, key_id: id }) => bytes.includes(key) || bytes.includes(id));
    expect(new Set(stillThere.map((row) => row.key_id))).toEqual(new Set(sealed.slice(20).map(({ keyId }) => keyId)));
  });

  it('tells a damaged text from a forgotten one, and names its key', async () => {
    const [sealed, other] = await texts.seal(['intact', 'other']);
    const bytes = Buffer.from(sealed.ciphertext, 'base64');
    bytes[bytes.length - 1]! ^= 1;
    const damaged = { keyId: sealed.keyId, ciphertext: bytes.toString('base64') };
    await expect(texts.open([damaged])).rejects.toMatchObject({ name: 'SealedTextDamaged', keyId: sealed.keyId });
    await expect(texts.open([{ ...damaged, ciphertext: 'AAAA' }])).rejects.toThrow(sealed.keyId);
    await expect(texts.open([{ ...sealed, ciphertext: other.ciphertext }])).rejects.toThrow('is damaged');
  });
});
