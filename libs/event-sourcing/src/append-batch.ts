import type { EventToAppend } from './event.js';
import type { ExpectedRevision } from './event-store.js';
import { EventTooLarge, MAX_APPEND_BYTES } from './event-store-errors.js';

/** An event of a checked batch: data and metadata as the JSON text that is stored. The id is in lower case. */
export interface SerializedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Checks the arguments of `EventStore.append` as every adapter has to and turns the batch into text. Returns the error
 * to throw instead when the batch is empty or too large, a name is bad, or something in it is not JSON.
 */
export function serializeBatch(
  stream: string,
  expected: ExpectedRevision,
  events: readonly EventToAppend[],
): readonly SerializedEvent[] | RangeError | EventTooLarge {
  const fault = nameFault(stream) ?? expectationFault(expected);
  if (fault !== undefined) return new RangeError(fault);
  if (events.length === 0) return new RangeError(`An append to "${stream}" needs at least one event.`);
  const batch: SerializedEvent[] = [];
  for (const event of events) {
    const serialized = serialize(event);
    if (typeof serialized === 'string') return new RangeError(`Append to "${stream}": ${serialized}`);
    batch.push(serialized);
  }
  const bytes = appendBytes(batch);
  return bytes > MAX_APPEND_BYTES ? new EventTooLarge(stream, bytes, MAX_APPEND_BYTES) : batch;
}

/** How much an append holds as EventStoreDB counts it: data, metadata, and two bytes for each character of a type. */
export function appendBytes(batch: readonly SerializedEvent[]): number {
  return batch.reduce(
    (sum, { type, data, metadata }) => sum + 2 * type.length + Buffer.byteLength(data) + Buffer.byteLength(metadata),
    0,
  );
}

function nameFault(stream: string): string | undefined {
  if (stream === '') return 'A stream needs a name.';
  if (stream.startsWith('$'))
    return `"${stream}" is a system stream: names that begin with $ are reserved. Use another name.`;
  return undefined;
}

function expectationFault(expected: ExpectedRevision): string | undefined {
  if (typeof expected !== 'bigint' || expected >= 0n) return undefined;
  return `Expected revision ${String(expected)} is negative. Revisions count from 0; use 'none' for a new stream.`;
}

function serialize(event: EventToAppend): SerializedEvent | string {
  if (event.type === '') return 'an event needs a type.';
  if (!UUID.test(event.id)) return `"${event.id}" is not a UUID. Give each event a UUID as its id.`;
  const data = objectText(event.data);
  const metadata = objectText(event.metadata);
  if (data === undefined || metadata === undefined)
    return `data and metadata of ${event.type} have to be JSON objects. Turn dates and bigints into strings or numbers first.`;
  return { id: event.id.toLowerCase(), type: event.type, data, metadata };
}

function objectText(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  try {
    return JSON.stringify(value);
  } catch {
    return undefined; // a bigint or a cycle
  }
}
