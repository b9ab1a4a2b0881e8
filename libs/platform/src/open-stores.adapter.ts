import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { openMongoVault, openSqliteVault, type Vault } from '#directory';
import {
  connectToMongo,
  type DocumentStore,
  openInProcessDocumentStore,
  openMongoDocumentStore,
} from '#document-store';
import type { EventStore, Position } from '#event-sourcing';
import { type ConnectionStatus, openEventStoreDb, openSqliteEventStore } from '#event-store';
import type { Logger } from 'pino';
import { ownStreams } from './contexts.module.js';
import type { Configuration } from './configuration.adapter.js';
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

/** What stands beside the log: the read models, and the personal data with the keys of texts. */
export interface OpenedDocuments {
  readonly documents: DocumentStore;
  readonly vault: Vault;
  /** Finishes what is in flight and releases both. */
  close(): Promise<void>;
}

/**
 * Opens read models and vault where the settings put them: processes that share the read models share the vault as well.
 * What fails in the background is told to `log`. Throws what the adapters refuse; then nothing is left open.
 */
export function openDocuments(
  { documentStore, dataDirectory }: Pick<Configuration, 'documentStore' | 'dataDirectory'>,
  log: Logger,
): Promise<OpenedDocuments> {
  switch (documentStore.kind) {
    case 'memory':
      return Promise.resolve(openEmbedded(dataDirectory));
    case 'mongodb':
      return openMongo(documentStore.connectionString, log);
  }
}

function openEmbedded(dataDirectory: string): OpenedDocuments {
  const vault = openSqliteVault(join(dataDirectory, 'vault.db'));
  const documents = openInProcessDocumentStore();
  return {
    documents,
    vault,
    close: async () => {
      await documents.close();
      await vault.close();
    },
  };
}

async function openMongo(url: string, log: Logger): Promise<OpenedDocuments> {
  const connection = await connectToMongo({ url });
  try {
    const vault = await openMongoVault(connection);
    const documents = await openMongoDocumentStore({
      connection,
      report: (message) => {
        log.warn(message);
      },
    });
    return {
      documents,
      vault,
      close: async () => {
        await documents.close();
        await vault.close();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** The embedded log numbers its events, so positions tell how many lie between them. */
function eventsBetween(after: Position, upTo: Position): number {
  return Math.max(0, Number(upTo) - Number(after));
}
