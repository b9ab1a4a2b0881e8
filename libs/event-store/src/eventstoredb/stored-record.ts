import { EventUnreadable, type JsonObject, type Position, type StoredEvent } from '#event-sourcing';
import type { LogRecord } from './log-client.js';
import { formatPosition } from './log-position.js';

/** Whether the server wrote the record for itself: metadata, tombstones, links, statistics. Accord never sees them. */
export function isSystemRecord({ type, streamId }: LogRecord): boolean {
  return type.startsWith('$') || streamId.startsWith('$');
}

/** Whether the record can be an event of ours: a JSON object. Other applications may write anything into the same log. */
export function isReadable({ isJson, data, metadata = {} }: LogRecord): boolean {
  return isJson && isObject(data) && isObject(metadata);
}

/** Where the record stands; the fault when the server names no place that a log can have. */
export function positionOf({ position, revision, streamId }: LogRecord): Position | EventUnreadable {
  const text = position === undefined ? undefined : formatPosition(position);
  if (text !== undefined) return text;
  return new EventUnreadable(
    `Revision ${String(revision)} of "${streamId}" came with an impossible position. Is the server older than 24.10.5?`,
  );
}

/** The record as an event; the fault when its place is impossible or its data is no JSON object. */
export function storedEvent(record: LogRecord): StoredEvent | EventUnreadable {
  const position = positionOf(record);
  if (typeof position !== 'string') return position;
  const { id, type, data, metadata = {}, streamId: stream, revision } = record;
  if (record.isJson && isObject(data) && isObject(metadata))
    return { id, type, data, metadata, stream, revision, position };
  return new EventUnreadable(
    `${type} at position ${position}, revision ${String(revision)} of "${stream}" is damaged: no JSON.`,
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}
