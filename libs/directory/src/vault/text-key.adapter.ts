import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import type { SealedText } from '../domain/sealed-text.js';
import { SealedTextDamaged } from './text-vault.js';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** The key of one text. Its id is authenticated as well, so that a ciphertext cannot be moved to another key's place unnoticed. */
export class TextKey {
  private readonly key: Buffer;

  /** A key that was stored: its id, and what {@link secret} was. */
  constructor(
    readonly id: string,
    /** The key itself, in base64. */
    readonly secret: string,
  ) {
    this.key = Buffer.from(secret, 'base64');
  }

  /** A fresh key. Ids are in the order of time, because random ones scatter the writes all over the index. */
  static fresh(): TextKey {
    return new TextKey(`key_${uuidv7()}`, randomBytes(KEY_BYTES).toString('base64'));
  }

  seal(plaintext: string): SealedText {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(this.id));
    const body = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
    return { keyId: this.id, ciphertext: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64') };
  }

  /** The text that was sealed. Throws {@link SealedTextDamaged} when the ciphertext is not what this key made. */
  open({ ciphertext }: SealedText): string {
    try {
      const bytes = Buffer.from(ciphertext, 'base64');
      const nonce = bytes.subarray(0, NONCE_BYTES);
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, this.key, nonce, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(this.id))
        .setAuthTag(tag);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      throw new SealedTextDamaged(this.id);
    }
  }
}
