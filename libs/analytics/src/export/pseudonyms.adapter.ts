import { createHmac } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PseudonymOf } from './pseudonymise.js';

/** Of the 64 digits of an HMAC: 80 bits, so that among a million things two share a pseudonym once in a million exports. */
const DIGITS = 20;
/** The same few people, and the ids of one command, come again and again. */
const REMEMBERED = 10_000;

/**
 * Pseudonyms under a key: `person-3f2a…`, an HMAC-SHA-256 of kind and value. Who does not have the key can neither take
 * one back nor try out whether it is somebody's.
 */
export function pseudonymsUnder(key: string): PseudonymOf {
  const known = new LRUCache<string, string>({ max: REMEMBERED });
  return (kind, value) => {
    const thing = `${kind} ${value}`;
    const remembered = known.get(thing);
    if (remembered !== undefined) return remembered;
    const digits = createHmac('sha256', key).update(thing).digest('hex').slice(0, DIGITS);
    const pseudonym = `${kind}-${digits}`;
    known.set(thing, pseudonym);
    return pseudonym;
  };
}
