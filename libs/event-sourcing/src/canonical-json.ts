import { configure } from 'safe-stable-stringify';

const stringify = configure({ strict: true });

/** How JSON writes half a surrogate pair: an escape that is not itself escaped. */
const LONE_SURROGATE = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/**
 * The canonical JSON of RFC 8785, the same text for the same content whatever the order of the fields. Throws `Error` for
 * what JSON cannot carry: `NaN`, infinity, bigints, functions, cycles, half a surrogate pair.
 */
export function canonicalJson(value: object): string {
  const text = stringify(value);
  if (!text.includes('\\ud') || !LONE_SURROGATE.test(text)) return text;
  // eslint-disable-next-line no-restricted-syntax -- a fault, as the other things JSON cannot carry are to the library
  throw new Error('Half a surrogate pair has no canonical form');
}
