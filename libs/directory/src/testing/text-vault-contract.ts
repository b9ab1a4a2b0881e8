import type { TextVault } from '../vault/text-vault.js';
import type { VaultUnderTest } from './vault-under-test.js';

/** What every text vault promises. Each test gets a vault of its own from the factory. */
export function describeTextVault(name: string, factory: () => Promise<VaultUnderTest>): void {
  describe(name, () => {
    let subject: VaultUnderTest;
    let texts: TextVault;

    beforeEach(async () => {
      subject = await factory();
      texts = subject.vault.texts;
    });

    afterEach(() => subject.dispose());

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

    it('tells a damaged text from a forgotten one, and names its key', async () => {
      const [sealed, other] = await texts.seal(['intact', 'other']);
      const bytes = Buffer.from(sealed.ciphertext, 'base64');
      bytes[bytes.length - 1]! ^= 1;
      const damaged = { keyId: sealed.keyId, ciphertext: bytes.toString('base64') };
      await expect(texts.open([damaged])).rejects.toMatchObject({ name: 'SealedTextDamaged', keyId: sealed.keyId });
      await expect(texts.open([{ ...damaged, ciphertext: 'AAAA' }])).rejects.toThrow(sealed.keyId);
      await expect(texts.open([{ ...sealed, ciphertext: other.ciphertext }])).rejects.toThrow('is damaged');
    });

    it('does not open a text of another vault, and does not fail', async () => {
      const elsewhere = await factory();
      const [foreign] = await elsewhere.vault.texts.seal(['not yours']);
      await elsewhere.dispose();
      expect(await texts.open([foreign])).toEqual([undefined]);
    });

    it('opens in every process what one of them sealed, and in none what one of them redacted', async () => {
      const other = (await subject.another()).texts;
      const sealed = await texts.seal(['forgotten', 'kept']);
      expect(await other.open(sealed)).toEqual(['forgotten', 'kept']);
      await other.redact(sealed[0].keyId);
      expect(await texts.open(sealed)).toEqual([undefined, 'kept']);
    });

    it('keeps the key of a text that is being sealed when the vault is closed', async () => {
      const sealing = texts.seal(['in flight']);
      await subject.vault.close();
      const sealed = await sealing;
      expect(await (await subject.another()).texts.open(sealed)).toEqual(['in flight']);
    });

    it('tells every caller that it is closed', async () => {
      await subject.vault.close();
      const unavailable = { status: 'rejected', reason: { name: 'VaultUnavailable', retryable: true } };
      expect(
        await Promise.allSettled([texts.seal(['one']), texts.seal(['other']), texts.redact('key_nobody_knows')]),
      ).toMatchObject([unavailable, unavailable, unavailable]);
    });
  });
}
