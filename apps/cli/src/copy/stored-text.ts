import type { StoredEvent } from '#event-sourcing';

/**
 * Everything that a copy has to keep of an event, as one line: place in its stream, id, type, and the JSON of data and
 * metadata with the order of its fields. Two events with the same line are the same byte for byte.
 */
export function storedText({ stream, revision, id, type, data, metadata }: StoredEvent): string {
  return JSON.stringify([stream, String(revision), id, type, data, metadata]);
}
