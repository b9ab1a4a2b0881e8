import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  type Position,
  type ReadAllOptions,
  type ReadOptions,
  serializeBatch,
  type StoredEvent,
  type SubscribeOptions,
  type SubscriptionMessage,
} from '#event-sourcing';
import { Appends } from './appends.adapter.js';
import { checkConnectionString, type Connection } from './connection-string.js';
import { type ConnectionLog, type ConnectionStatus, ConnectionWatch } from './connection-watch.adapter.js';
import { eventStoreDbClient } from './eventstoredb-client.adapter.js';
import { EventStoreRefused } from './event-store-refused.js';
import { kurrentDbClient } from './kurrentdb-client.adapter.js';
import type { LogClient } from './log-client.js';
import { exact, LogReader } from './log-reader.adapter.js';
import { START } from './log-position.js';
import { PATIENCE, type Patience } from './retry.adapter.js';
import { SkippedRecords } from './skipped-records.adapter.js';
import { checkServer } from './start-checks.adapter.js';
import { follow } from './subscription.adapter.js';

/** Where the server is, and how to be told of its failures. */
export interface EventStoreDbOptions {
  /** `esdb://…` or `kurrentdb://…`, credentials included. */
  readonly connectionString: string;
  /** Gets a line for each drop and each recovery. */
  readonly log?: ConnectionLog;
  /** Prefixes of the names of our own streams: what cannot be read there is reported as damage, elsewhere it is not ours. */
  readonly ownStreams?: readonly string[];
  readonly patience?: Partial<Patience>;
}

/** An event store on a server, which may be away for a while. */
export interface ConnectedEventStore extends EventStore {
  /** Whether everything that is held on to works, for health checks. */
  connection(): ConnectionStatus;
}

/**
 * Opens the event store on EventStoreDB (`esdb://`) or its successor KurrentDB (`kurrentdb://`). One per process: the
 * client of EventStoreDB keeps one table of pending appends for all of its instances.
 *
 * Throws {@link EventStoreRefused} when the connection string, the credentials, the certificate or the server cannot be
 * used.
 */
export async function openEventStoreDb(options: EventStoreDbOptions): Promise<ConnectedEventStore> {
  const connection = exact(checkConnectionString(options.connectionString));
  const { hosts } = connection;
  const patience = { ...PATIENCE, ...options.patience };
  const watch = new ConnectionWatch(options.log);
  const client = await connect(connection, patience.connectMs);
  try {
    await checkServer({ client, hosts, watch, patience });
  } catch (error) {
    await client.close();
    throw error;
  }
  const skipped = new SkippedRecords(options.log, options.ownStreams ?? []);
  return new EventStoreDb(client, hosts, watch, patience, skipped);
}

async function connect(connection: Connection, connectMs: number): Promise<LogClient> {
  try {
    return await (connection.client === 'eventstoredb'
      ? eventStoreDbClient(connection.text, connectMs)
      : kurrentDbClient(connection.text, connectMs));
  } catch (error) {
    if (error instanceof EventStoreRefused) throw error;
    throw new EventStoreRefused(clientRefusal(error), { cause: error });
  }
}

/** What the client has against a connection string. Its own words may hold the password, so only the place is told. */
function clientRefusal(error: unknown): string {
  const { location, expected, message } = error as {
    location?: readonly number[];
    expected?: string;
    message?: string;
  };
  if (location === undefined) return `cannot be used: ${message ?? 'the client refuses it'} Correct it.`;
  return `cannot be read at character ${String(location[0])}: expected ${expected ?? 'something else'}. Correct it.`;
}

class EventStoreDb implements ConnectedEventStore {
  readonly start: Position = START;
  private readonly reader: LogReader;
  private readonly appends: Appends;
  private readonly closing = new AbortController();
  private closed: Promise<void> | undefined;

  constructor(
    private readonly client: LogClient,
    hosts: string,
    private readonly watch: ConnectionWatch,
    private readonly patience: Patience,
    skipped: SkippedRecords,
  ) {
    this.reader = new LogReader(client, hosts, skipped);
    this.appends = new Appends({ client, reader: this.reader, watch, patience, hosts });
  }

  async append(stream: string, expected: ExpectedRevision, events: readonly EventToAppend[]): Promise<AppendResult> {
    const batch = exact(serializeBatch(stream, expected, events));
    this.reader.refuseClosed();
    if (this.closed !== undefined) throw this.reader.closedFault();
    return this.appends.append(stream, expected, batch);
  }

  read(stream: string, options: ReadOptions = {}): AsyncIterable<StoredEvent> {
    return this.reader.stream(stream, options);
  }

  readAll(options: ReadAllOptions = {}): AsyncIterable<StoredEvent> {
    return this.reader.all(options);
  }

  subscribe(options: SubscribeOptions): AsyncIterable<SubscriptionMessage> {
    const { client, reader, watch, patience, closing } = this;
    return follow({ client, reader, watch, patience, closing: closing.signal }, options);
  }

  head(): Promise<Position> {
    return this.reader.head();
  }

  connection(): ConnectionStatus {
    return this.watch.status();
  }

  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async finish(): Promise<void> {
    await this.appends.finish();
    this.reader.close();
    this.closing.abort();
    await this.client.close();
  }
}
