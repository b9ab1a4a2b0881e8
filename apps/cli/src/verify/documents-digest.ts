import { createHash } from 'node:crypto';
import { canonicalJson } from '#event-sourcing';

/**
 * SHA-256, in hex, over documents in the order of their ids: each one's id and canonical JSON (RFC 8785), each as a JSON line. Equal
 * digests mean byte-identical documents.
 */
export function documentsDigest(documents: ReadonlyMap<string, object>): string {
  const hash = createHash('sha256');
  for (const key of [...documents.keys()].sort()) {
    hash.update(`${JSON.stringify(key)}\n${canonicalJson(documents.get(key) ?? {})}\n`);
  }
  return hash.digest('hex');
}
