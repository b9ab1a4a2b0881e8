import type { Projection } from '#event-sourcing';
import type { ParkedEntry } from './parked-entry.js';
import { named } from '../folding/projection-fault.js';

/** What happened when a document was parked, for the log: which projection, event and document, why, and the way out. */
export function parkedMessage(projection: Projection, entry: ParkedEntry): string {
  const { of, key, type, stream, revision, position, error } = entry;
  const event = `${type}, stream "${stream}", revision ${revision}, position ${position}`;
  const what = of === 'document' ? `cannot fold ${event}, into document "${key}"` : `cannot read ${event}`;
  const waits = of === 'document' ? 'The document waits' : 'All that follows from this stream waits';
  return (
    `${named(projection)} ${what}: ${error.replace(/[^.!?]$/u, '$&.')} ${waits} as it was before; ` +
    'mend the projection and retry it, or skip the event.'
  );
}
