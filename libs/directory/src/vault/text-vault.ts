import type { SealedText } from '../domain/sealed-text.js';

/**
 * Seals free texts of events and opens them again; forgetting a text is destroying its key (domain.md 2.10). Every method
 * rejects with `VaultUnavailable` where the same call may succeed later.
 */
export interface TextVault {
  /** Seals each text under a fresh key. Returns when the keys are durable; the order is that of the texts. */
  seal<Texts extends readonly string[]>(
    plaintexts: readonly [...Texts],
  ): Promise<{ readonly [Index in keyof Texts]: SealedText }>;
  /**
   * The texts in the order asked for; `undefined` for a text whose key was destroyed or is not known. Throws
   * `SealedTextDamaged` when the ciphertext is not what was sealed under its key.
   */
  open(sealed: readonly SealedText[]): Promise<readonly (string | undefined)[]>;
  /**
   * Destroys a key for good and returns when it is gone, from a file without a trace. Again, or for a key nobody knows, nothing
   * happens.
   * Throws `VaultNotPurged` when another process kept the file from being cleaned.
   */
  redact(keyId: string): Promise<void>;
}

/** Injection token of the process's {@link TextVault}. */
export const TEXT_VAULT = Symbol('TextVault');

/** A sealed text was changed after it was sealed, or belongs to another key. */
export class SealedTextDamaged extends Error {
  override readonly name = 'SealedTextDamaged';
  constructor(readonly keyId: string) {
    super(`The sealed text under key ${keyId} is damaged: restore event log and vault from the same backup.`);
  }
}
