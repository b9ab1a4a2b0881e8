/**
 * Free text that may name people: stored as ciphertext under a key of its own, so that it can be forgotten while the
 * history and its hash chain stay (domain.md 2.10). Both are plain strings, so that it fits into an event.
 */
export interface SealedText {
  readonly keyId: string;
  /** AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text; base64. */
  readonly ciphertext: string;
}
