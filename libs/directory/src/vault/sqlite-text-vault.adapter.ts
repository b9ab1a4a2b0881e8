import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { GroupedWrites } from './grouped-writes.adapter.js';
import { promised } from './promised.adapter.js';
import type { SealedText } from '../domain/sealed-text.js';
import { SealedTextDamaged, type TextVault } from './text-vault.js';
import type { Statement, VaultDatabase } from './vault-database.adapter.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface Keyed {
  readonly plaintext: string;
  readonly keyId: string;
  readonly key: Buffer;
}

interface KeyRow {
  readonly key_id: string;
  readonly key: string;
}

/** Keys of sealed texts in the vault file, one per text. */
export class SqliteTextVault implements TextVault {
  private readonly keys: GroupedWrites<Keyed>;
  private readonly byIds: Statement;
  private readonly remove: Statement;

  constructor(private readonly database: VaultDatabase) {
    const insert = database.prepare('INSERT INTO text_keys (key_id, key) VALUES (?, ?)');
    this.keys = new GroupedWrites(database, ({ keyId, key }) => {
      insert.run(keyId, key.toString('base64'));
    });
    this.byIds = database.prepare('SELECT * FROM text_keys WHERE key_id IN (SELECT value FROM json_each(?))');
    this.remove = database.prepare('DELETE FROM text_keys WHERE key_id = ?');
  }

  async seal<Texts extends readonly string[]>(
    plaintexts: readonly [...Texts],
  ): Promise<{ readonly [Index in keyof Texts]: SealedText }> {
    // Ids in the order of time, because random ones scatter the writes all over the index.
    const keyed = plaintexts.map((plaintext) => ({
      plaintext,
      keyId: `key_${uuidv7()}`,
      key: randomBytes(KEY_BYTES),
    }));
    await this.keys.add(keyed);
    const sealed = keyed.map(({ plaintext, keyId, key }) => ({ keyId, ciphertext: encrypted(plaintext, keyId, key) }));
    return sealed as { readonly [Index in keyof Texts]: SealedText };
  }

  /** Makes durable what is being sealed at this moment: for the end of the process. */
  finish(): void {
    this.keys.finish();
  }

  open(sealed: readonly SealedText[]): Promise<readonly (string | undefined)[]> {
    return promised(() => {
      const rows = this.byIds.all(JSON.stringify(sealed.map(({ keyId }) => keyId))) as readonly KeyRow[];
      const keys = new Map(rows.map((row) => [row.key_id, row.key]));
      return sealed.map((text) => {
        const key = keys.get(text.keyId);
        return key === undefined ? undefined : decrypted(text, Buffer.from(key, 'base64'));
      });
    });
  }

  redact(keyId: string): Promise<void> {
    return promised(() => {
      this.database.forget(() => {
        this.remove.run(keyId);
      });
    });
  }
}

/** The key's id is authenticated as well, so that a ciphertext cannot be moved to another key's place unnoticed. */
function encrypted(plaintext: string, keyId: string, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(keyId));
  const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

function decrypted({ keyId, ciphertext }: SealedText, key: Buffer): string {
  try {
    const bytes = Buffer.from(ciphertext, 'base64');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(keyId))
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new SealedTextDamaged(keyId);
  }
}
