import type { Collection } from 'mongodb';
import type { SealedText } from '../../domain/sealed-text.js';
import { TextKey } from '../text-key.adapter.js';
import type { TextVault } from '../text-vault.js';
import type { VaultSession } from './vault-session.adapter.js';

interface StoredKey {
  readonly _id: string;
  /** See {@link TextKey.secret}. */
  readonly key: string;
}

/** Keys of sealed texts in MongoDB, one document per text. */
export class MongoTextVault implements TextVault {
  private readonly keys: Collection<StoredKey>;

  constructor(private readonly session: VaultSession) {
    this.keys = session.collection<StoredKey>('textKeys');
  }

  async seal<Texts extends readonly string[]>(
    plaintexts: readonly [...Texts],
  ): Promise<{ readonly [Index in keyof Texts]: SealedText }> {
    const keyed = plaintexts.map((plaintext) => ({ plaintext, key: TextKey.fresh() }));
    const records = keyed.map(({ key }) => ({ _id: key.id, key: key.secret }));
    // The driver refuses to insert nothing.
    if (records.length > 0) await this.session.write(() => this.keys.insertMany(records, { ordered: false }));
    const sealed = keyed.map(({ plaintext, key }) => key.seal(plaintext));
    return sealed as { readonly [Index in keyof Texts]: SealedText };
  }

  open(sealed: readonly SealedText[]): Promise<readonly (string | undefined)[]> {
    return this.session.read(async () => {
      const found = await this.keys.find({ _id: { $in: sealed.map(({ keyId }) => keyId) } }).toArray();
      const keys = new Map(found.map(({ _id: id, key }) => [id, new TextKey(id, key)]));
      return sealed.map((text) => keys.get(text.keyId)?.open(text));
    });
  }

  async redact(keyId: string): Promise<void> {
    await this.session.write(() => this.keys.deleteOne({ _id: keyId }));
  }
}
