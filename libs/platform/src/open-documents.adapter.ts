import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openMongoVault, openSqliteVault, type Vault } from '#directory';
import {
  connectToMongo,
  type DocumentStore,
  type MongoConnection,
  openInProcessDocumentStore,
  openMongoDocumentStore,
} from '#document-store';
import type { Logger } from 'pino';
import { type Configuration, ConfigurationInvalid } from './configuration.adapter.js';

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

/** Opens the vault alone, where the settings put it. Throws what the adapters refuse; an embedded one has to be there. */
export async function openVault({
  documentStore,
  dataDirectory,
}: Pick<Configuration, 'documentStore' | 'dataDirectory'>): Promise<Vault> {
  switch (documentStore.kind) {
    case 'memory': {
      const file = vaultFile(dataDirectory);
      if (existsSync(file)) return openSqliteVault(file);
      throw new ConfigurationInvalid(
        `${file} does not exist. Set ACCORD_DATA_DIR (--data-dir on the command line) to the folder of the server's stores.`,
      );
    }
    case 'mongodb':
      return overMongo(documentStore.connectionString, async (connection) => {
        const vault = await openMongoVault(connection);
        return { ...vault, close: () => vault.close().finally(() => connection.close()) };
      });
  }
}

function vaultFile(dataDirectory: string): string {
  return join(dataDirectory, 'vault.db');
}

function openEmbedded(dataDirectory: string): OpenedDocuments {
  const vault = openSqliteVault(vaultFile(dataDirectory));
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

function openMongo(url: string, log: Logger): Promise<OpenedDocuments> {
  return overMongo(url, async (connection) => {
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
  });
}

/** Opens something over connections of its own, which are closed again when it does not open. */
async function overMongo<Opened>(url: string, open: (connection: MongoConnection) => Promise<Opened>): Promise<Opened> {
  const connection = await connectToMongo({ url });
  try {
    return await open(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
}
