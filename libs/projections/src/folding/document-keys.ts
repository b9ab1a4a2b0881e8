import type { Projection, Recorded } from '#event-sourcing';
import { STREAM_MARK } from '../parking/parked-entry.js';

/** More documents than this are not changed by one event: the function that says so has run away. */
const MOST_KEYS = 10_000;

/** The ids of the documents that an event changes, each once; or what is wrong with them. Throws what `key` throws. */
export function documentKeys(projection: Projection, event: Recorded): readonly string[] | { readonly fault: string } {
  const answer: unknown = projection.key(event);
  if (!Array.isArray(answer)) {
    const fault = keyFault(answer);
    return fault === undefined ? [answer as string] : { fault };
  }
  if (answer.length > MOST_KEYS)
    return {
      fault: `"key" names ${String(answer.length)} documents; one event changes at most ${String(MOST_KEYS)}.`,
    };
  for (const key of answer) {
    const fault = keyFault(key);
    if (fault !== undefined) return { fault };
  }
  return answer.length > 1 ? [...new Set(answer as string[])] : (answer as string[]);
}

function keyFault(key: unknown): string | undefined {
  if (typeof key !== 'string')
    return `"key" gives ${key === null ? 'null' : typeof key} where it should give a document's id, or several, or [].`;
  if (key === '') return '"key" gives an empty text, which is no document\'s id. Give [] when the event changes none.';
  if (key.startsWith(STREAM_MARK))
    return `"key" gives "${key}"; ids that begin with "${STREAM_MARK}" are kept for streams that wait. Give another one.`;
  return undefined;
}
