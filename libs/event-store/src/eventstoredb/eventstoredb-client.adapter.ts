import type { StreamingRead } from '@eventstore/db-client';
import type { JsonObject } from '#event-sourcing';
import { closeClient, giveUpStuckConnections, ignoreLateAnswers, serverVersionOf } from './client-internals.adapter.js';
import { AHEAD, type LogClient, type LogReading, type ResolvedRecord, SEARCH_WINDOW } from './log-client.js';

/** The client writes metadata that are bytes already as they are. */
const bytes = new TextEncoder();

/**
 * EventStoreDB's own client, for `esdb://`; its package is loaded only then. Throws what the client says of a connection
 * string.
 */
export async function eventStoreDbClient(connectionString: string, connectMs: number): Promise<LogClient> {
  const { BACKWARDS, END, EventStoreDBClient, excludeSystemEvents, FORWARDS, jsonEvent, NO_STREAM, START } =
    await import('@eventstore/db-client');
  const client = EventStoreDBClient.connectionString(connectionString);
  ignoreLateAnswers(client);
  const endWatch = giveUpStuckConnections(client, connectMs);
  return {
    append: async (stream, expected, events) => {
      const { nextExpectedRevision, position } = await client.appendToStream(
        stream,
        events.map(({ id, type, data, metadata }) =>
          jsonEvent({ id, type, data: JSON.parse(data) as JsonObject, metadata: bytes.encode(metadata) }),
        ),
        { expectedRevision: expected === 'none' ? NO_STREAM : expected },
      );
      return { revision: nextExpectedRevision, position };
    },
    readStream: (stream, { from, direction, limit }) =>
      reading(
        client.readStream(
          stream,
          {
            direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
            fromRevision: from ?? (direction === 'forwards' ? START : END),
            ...(limit === Infinity ? {} : { maxCount: limit }),
          },
          AHEAD,
        ),
      ),
    readAll: ({ from, direction, limit }) =>
      reading(
        client.readAll(
          {
            direction: direction === 'forwards' ? FORWARDS : BACKWARDS,
            fromPosition: from ?? (direction === 'forwards' ? START : END),
            maxCount: limit,
          },
          AHEAD,
        ),
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

/** The client reports errors of a read that nobody iterates any more as well: somebody has to listen. */
function reading(stream: StreamingRead<ResolvedRecord>): LogReading {
  stream.on('error', () => undefined);
  return {
    [Symbol.asyncIterator]: () => stream[Symbol.asyncIterator]() as AsyncIterator<ResolvedRecord>,
    stop: (error) => {
      stream.destroy(error);
      stream.cancel().catch(() => undefined); // it never began
    },
  };
}
