import {
  type EventFilter,
  type EventStore,
  EventTooLarge,
  type Position,
  type ReadAllOptions,
  RevisionConflict,
  type StoredEvent,
  type SubscriptionMessage,
} from '#event-sourcing';

/**
 * A part of a shared log that looks like a log of its own: it begins where the log ends now, and its streams have names
 * that no one else has. A real server keeps what earlier tests wrote; the contract suite wants to begin with nothing.
 */
export async function partOfLog(store: EventStore, prefix: string, begin?: Position): Promise<EventStore> {
  const start = begin ?? (await store.head());
  const inside = (stream: string): string => (stream === '' || stream.startsWith('$') ? stream : prefix + stream);
  const outside = (event: StoredEvent): StoredEvent => ({ ...event, stream: event.stream.slice(prefix.length) });
  const filter = <Options extends EventFilter>(options: Options) => ({
    ...options,
    streams: (options.streams ?? ['']).map((stream) => prefix + stream),
  });
  return {
    start,
    head: () => store.head(),
    close: () => store.close(),
    append: async (stream, expected, events) => {
      try {
        return await store.append(inside(stream), expected, events);
      } catch (error) {
        if (error instanceof RevisionConflict) throw new RevisionConflict(stream, error.expected, error.actual);
        if (error instanceof EventTooLarge) throw new EventTooLarge(stream, error.bytes, error.limit);
        throw error;
      }
    },
    read: (stream, options) => renamed(store.read(inside(stream), options), outside),
    readAll: (options = {}) =>
      options.direction === 'backwards'
        ? renamed(backToStart(store, start, filter(options)), outside)
        : renamed(store.readAll(filter({ after: start, ...options })), outside),
    subscribe: (options) =>
      renamed(store.subscribe(filter({ after: start, ...options })), (message): SubscriptionMessage =>
        message.kind === 'event' ? { kind: 'event', event: outside(message.event) } : message,
      ),
  };
}

/** Filters itself: the store would look through what others wrote long before, for events that cannot be there. */
async function* backToStart(
  store: EventStore,
  start: Position,
  { types, streams = [], limit = Infinity, ...options }: ReadAllOptions,
): AsyncGenerator<StoredEvent, void> {
  let left = limit;
  for await (const event of store.readAll(options)) {
    if (event.position <= start || left === 0) return;
    if (types?.includes(event.type) === false) continue;
    if (!streams.some((prefix) => event.stream.startsWith(prefix))) continue;
    left -= 1;
    yield event;
  }
}

async function* renamed<Item>(items: AsyncIterable<Item>, rename: (item: Item) => Item): AsyncGenerator<Item, void> {
  for await (const item of items) yield rename(item);
}
