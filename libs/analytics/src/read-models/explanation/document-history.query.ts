import { isDeepStrictEqual } from 'node:util';
import type { Stored } from '#document-store';
import type { EventCodec, EventStore, Projection, StoredEvent } from '#event-sourcing';
import { type DocumentChange, LogFold } from '#projections';
import { accordChapters } from '../../catalogue/accord-chapters.js';

/** What changed a document, the oldest event first. */
export interface DocumentHistory {
  readonly changes: readonly DocumentChange[];
  /** Nothing that led to the document as it is served is missing. */
  readonly isComplete: boolean;
}

/** The most events that one question makes the server read: a fraction of a second. */
export const MOST_EVENTS = 20_000;

/** What a history is made from. `served` is the document as the live read model has it; `undefined` if it never had one. */
export interface HistoryParts {
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly projection: Projection;
  readonly key: string;
  readonly served: Stored<object> | undefined;
}

/**
 * The events that changed a document, without going through the whole log in a request: mostly the key is the id of what a
 * stream is about, and that stream alone leads to the very document that is served, which proves that nothing is missing.
 * Where it does not, the log is read from its beginning, but no further than {@link MOST_EVENTS}.
 */
export async function documentHistory(parts: HistoryParts): Promise<DocumentHistory> {
  const { store, projection, key, served } = parts;
  const ofTheKey = await historyFrom(await eventsOfStreams(store, projection, key), parts);
  if (served === undefined || leadsTo(served, ofTheKey)) return { changes: ofTheKey, isComplete: true };
  const types = Object.keys(projection.on);
  const changes = await historyFrom(store.readAll({ types, limit: MOST_EVENTS }), parts);
  return { changes, isComplete: leadsTo(served, changes) };
}

/** The events of all streams that are about the key, in the order of the log. */
async function eventsOfStreams(
  store: EventStore,
  projection: Projection,
  key: string,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (const { streams, definitions } of accordChapters) {
    if (!Object.keys(definitions).some((type) => projection.on[type] !== undefined)) continue;
    for await (const event of store.read(`${streams}${key}`, { limit: MOST_EVENTS })) events.push(event);
  }
  return events.sort((one, other) => (one.position < other.position ? -1 : 1));
}

async function historyFrom(
  events: Iterable<StoredEvent> | AsyncIterable<StoredEvent>,
  { projection, codec, key }: HistoryParts,
): Promise<readonly DocumentChange[]> {
  const changes: DocumentChange[] = [];
  const fold = new LogFold({ projection, codec, keys: new Set([key]), onChange: (change) => changes.push(change) });
  for await (const event of events) fold.take(event);
  return changes;
}

/** True if the changes lead to the document as it is served, at the position at which it is. */
function leadsTo({ document, position }: Stored<object>, changes: readonly DocumentChange[]): boolean {
  const last = changes.findLast(({ event }) => event.position <= position);
  return last?.event.position === position && isDeepStrictEqual(last.after, document);
}
