import type { JsonObject } from '#event-sourcing';
import { closeClient, giveUpStuckConnections, serverVersionOf } from './client-internals.adapter.js';
import { EventStoreRefused } from './event-store-refused.js';
import { AHEAD, type LogClient, type LogReading, type ResolvedRecord, SEARCH_WINDOW } from './log-client.js';

const loadPackage = () => import('@kurrent/kurrentdb-client');

/**
 * The client of EventStoreDB's successor, for `kurrentdb://`. Its package is optional: throws {@link EventStoreRefused}
 * when it is not installed, and what the client says of a connection string.
 */
export async function kurrentDbClient(
  connectionString: string,
  connectMs: number,
  load = loadPackage,
): Promise<LogClient> {
  const { BACKWARDS, END, excludeSystemEvents, FORWARDS, jsonEvent, KurrentDBClient, NO_STREAM, START } =
    await loaded(load);
  const client = KurrentDBClient.connectionString(connectionString);
  const endWatch = giveUpStuckConnections(client, connectMs);
  return {
    append: async (stream, expected, events) => {
      const { nextExpectedRevision, position } = await client.appendToStream(
        stream,
        events.map(({ id, type, data, metadata }) =>
          jsonEvent({ id, type, data: JSON.parse(data) as JsonObject, metadata: JSON.parse(metadata) as JsonObject }),
        ),
        { streamState: expected === 'none' ? NO_STREAM : expected },
      );
      return { revision: nextExpectedRevision, position };
    },
    readStream: (stream, { from, direction, limit }) =>
      reading(
        client.readStream(stream, {
          direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
          fromRevision: from ?? (direction === 'forwards' ? START : END),
          ...(limit === Infinity ? {} : { maxCount: limit }),
        }),
      ),
    readAll: ({ from, direction, limit }) =>
      reading(
        client.readAll({
          direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
          fromPosition: from ?? (direction === 'forwards' ? START : END),
          maxCount: limit,
        }),
      ),
    subscribe: (after) =>
      client.subscribeToAll(
        {
          fromPosition: after ?? START,
          filter: excludeSystemEvents({ maxSearchWindow: SEARCH_WINDOW }),
        },
        AHEAD,
      ),
    serverVersion: () => serverVersionOf(client),
    close: () => {
      endWatch();
      return closeClient(client);
    },
  };
}

async function loaded(load: typeof loadPackage): ReturnType<typeof loadPackage> {
  try {
    return await load();
  } catch (cause) {
    throw new EventStoreRefused(
      'names kurrentdb://, which needs the optional package @kurrent/kurrentdb-client. Install it ' +
        '(npm install @kurrent/kurrentdb-client), or use esdb://.',
      { cause },
    );
  }
}

/** Its reads are generators: leaving one ends it, and none waits for a closed connection. */
function reading(records: AsyncIterable<ResolvedRecord>): LogReading {
  return { [Symbol.asyncIterator]: () => records[Symbol.asyncIterator](), stop: () => undefined };
}
