import { hash } from 'node:crypto';
import { canonicalJson } from '#event-sourcing';
import type { TerminationTerms } from './events/termination-fields.js';

/**
 * The fingerprint of the terms of an end by mutual agreement: SHA-256, in lower-case hexadecimal, of their canonical
 * JSON (RFC 8785). Two consents are consents to the same terms exactly if this is equal (I-14), whatever the order of
 * the fields was.
 *
 * Pure in spite of `node:crypto`, which is used as a function of its input alone.
 */
export function termsHash(terms: TerminationTerms): string {
  return hash('sha256', canonicalJson(terms), 'hex');
}
