import type { StoredEvent } from '#event-sourcing';

/** Events that follow each other in the log and belong to one stream, so that they can be appended at once. */
export type Batch = readonly [StoredEvent, ...StoredEvent[]];

/** Limits of one append: half of what a server takes, which counts more than data and metadata. */
const MAX_EVENTS = 500;
const MAX_BYTES = 512 * 1024;

/** Cuts a log into batches. Putting them together again gives the log in its order. */
export async function* batchesOf(events: AsyncIterable<StoredEvent>): AsyncGenerator<Batch, void, undefined> {
  let batch: [StoredEvent, ...StoredEvent[]] | undefined;
  let bytes = 0;
  for await (const event of events) {
    const size = Buffer.byteLength(JSON.stringify([event.data, event.metadata]));
    if (batch?.[0].stream === event.stream && batch.length < MAX_EVENTS && bytes + size <= MAX_BYTES) {
      batch.push(event);
      bytes += size;
    } else {
      if (batch !== undefined) yield batch;
      batch = [event];
      bytes = size;
    }
  }
  if (batch !== undefined) yield batch;
}
