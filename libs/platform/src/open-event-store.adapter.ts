import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { EventStore, Position } from '#event-sourcing';
import { type ConnectionStatus, openEventStoreDb, openSqliteEventStore } from '#event-store';
import type { Logger } from 'pino';
import { ownStreams } from './contexts.module.js';
import type { EventStoreSetting } from './store-settings.adapter.js';

/** An opened log, and what only its kind can tell. */
export interface OpenedEventStore {
  readonly store: EventStore;
  /** How many events lie between two positions, where positions tell. */
  readonly eventsBetween?: (after: Position, upTo: Position) => number;
  /** No other process can write to it while it is open. */
  readonly soleWriter: boolean;
  /** How the connection to its server is, where there is one. */
  readonly connection?: () => ConnectionStatus;
}

/** How a log is opened. */
export interface OpenEventStoreOptions {
  /** Is told of a connection that drops and recovers. */
  readonly log?: Logger;
  /** Only to be read, beside the process that writes; nothing is created. */
  readonly readOnly?: boolean;
}

/** Opens the log that a setting names. Throws what the adapter refuses. */
export async function openEventStore(
  setting: EventStoreSetting,
  { log, readOnly = false }: OpenEventStoreOptions = {},
): Promise<OpenedEventStore> {
  switch (setting.kind) {
    case 'sqlite': {
      const { path } = setting;
      if (!readOnly) await mkdir(dirname(path), { recursive: true });
      return { store: await openSqliteEventStore({ path, readOnly }), eventsBetween, soleWriter: !readOnly };
    }
    case 'eventstoredb': {
      const { connectionString } = setting;
      const store = await openEventStoreDb({ connectionString, ownStreams, ...(log && { log }) });
      return { store, soleWriter: false, connection: () => store.connection() };
    }
  }
}

/** The embedded log numbers its events, so positions tell how many lie between them. */
function eventsBetween(after: Position, upTo: Position): number {
  return Math.max(0, Number(upTo) - Number(after));
}
