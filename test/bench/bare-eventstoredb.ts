import { EventStoreDBClient, excludeSystemEvents, jsonEvent, NO_STREAM, START } from '@eventstore/db-client';
import type { EventToAppend } from '#event-sourcing';

/** EventStoreDB's own client with nothing around it. */
export interface BareEventStoreDb {
  append(stream: string, expected: 'none' | bigint, events: readonly EventToAppend[]): Promise<unknown>;
  /** How many events the stream gives. */
  read(stream: string): Promise<number>;
  /** Follows the log from its beginning until `count` events have come, and returns their number. */
  catchUp(count: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens the bare client of an `esdb://` address. */
export function openBareEventStoreDb(url: string): BareEventStoreDb {
  const client = EventStoreDBClient.connectionString(url);
  return {
    append: (stream, expected, events) =>
      client.appendToStream(
        stream,
        events.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data, metadata })),
        { expectedRevision: expected === 'none' ? NO_STREAM : expected },
      ),
    read: async (stream) => {
      let count = 0;
      for await (const _event of client.readStream(stream)) count += 1;
      return count;
    },
    catchUp: async (enough) => {
      const subscription = client.subscribeToAll({ fromPosition: START, filter: excludeSystemEvents() });
      let count = 0;
      for await (const _event of subscription) {
        count += 1;
        if (count === enough) break;
      }
      await subscription.unsubscribe();
      return count;
    },
    close: async () => {
      // `dispose` may never settle, and what it leaves open would keep the process
      void client.dispose();
      const channel = await (client as unknown as { getChannel(): Promise<{ close(): void }> }).getChannel();
      channel.close();
    },
  };
}
