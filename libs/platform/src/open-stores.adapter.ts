import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type DocumentStore, openInProcessDocumentStore, openMongoDocumentStore } from '#document-store';
import type { EventStore, Position } from '#event-sourcing';
import { type ConnectionStatus, openEventStoreDb, openSqliteEventStore } from '#event-store';
import type { Logger } from 'pino';
import { ownStreams } from './contexts.module.js';
import type { DocumentStoreSetting, EventStoreSetting } from './store-settings.adapter.js';

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

/** Opens the log that a setting names; a connection that drops and recovers is told to `log`. Throws what the adapter refuses. */
export async function openEventStore(setting: EventStoreSetting, log: Logger): Promise<OpenedEventStore> {
  switch (setting.kind) {
    case 'sqlite':
      await mkdir(dirname(setting.path), { recursive: true });
      return { store: await openSqliteEventStore({ path: setting.path }), eventsBetween, soleWriter: true };
    case 'eventstoredb': {
      const { connectionString } = setting;
      const store = await openEventStoreDb({ connectionString, ownStreams, log });
      return { store, soleWriter: false, connection: () => store.connection() };
    }
  }
}

/** Opens the store of the read models that a setting names; what fails in the background is told to `log`. Throws what the adapter refuses. */
export function openDocumentStore(setting: DocumentStoreSetting, log: Logger): Promise<DocumentStore> {
  switch (setting.kind) {
    case 'memory':
      return Promise.resolve(openInProcessDocumentStore());
    case 'mongodb':
      return openMongoDocumentStore({
        url: setting.connectionString,
        report: (message) => {
          log.warn(message);
        },
      });
  }
}

/** The embedded log numbers its events, so positions tell how many lie between them. */
function eventsBetween(after: Position, upTo: Position): number {
  return Math.max(0, Number(upTo) - Number(after));
}
