import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hexadecimal of a mail address without its case: what `PersonVault.findByMailHash` takes. */
export function mailHash(email: string): string {
  return createHash('sha256').update(email.normalize('NFC').trim().toLowerCase()).digest('hex');
}
