import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { TerminationTerms } from './events/termination-fields.js';

/**
 * The fingerprint of the terms of an end by mutual agreement: SHA-256, in lower-case hexadecimal, of their canonical
 * JSON (RFC 8785). Two consents are consents to the same terms exactly if this is equal (I-14), whatever the order of
 * the fields was.
 *
 * Pure in spite of its two imports: `node:crypto` and `canonicalize` are used as functions of their input alone.
 */
export function termsHash(terms: TerminationTerms): string {
  return createHash('sha256')
    .update(canonicalize(terms) ?? '')
    .digest('hex');
}
