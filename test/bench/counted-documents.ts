import { MongoClient } from 'mongodb';
import { type DocumentStore, MongoConnection, openMongoDocumentStore } from '#document-store';

/** A MongoDB document store that counts what its driver asks of the server. */
export interface CountedDocuments {
  readonly documents: DocumentStore;
  /** Commands sent so far that read or write documents and checkpoints. */
  roundTrips(): number;
  /** Drops what it stored and closes the connections. */
  dispose(): Promise<void>;
}

const READS_AND_WRITES: ReadonlySet<string> = new Set(['find', 'getMore', 'insert', 'update', 'bulkWrite', 'delete']);

/** Opens a document store in a database of a MongoDB, which is dropped at the end. */
export async function openCountedDocuments(url: string, database: string): Promise<CountedDocuments> {
  const client = new MongoClient(url, { ignoreUndefined: true, monitorCommands: true });
  let count = 0;
  client.on('commandStarted', ({ commandName }) => {
    if (READS_AND_WRITES.has(commandName)) count += 1;
  });
  const connection = new MongoConnection(client, database, url);
  const documents = await openMongoDocumentStore({ connection });
  return {
    documents,
    roundTrips: () => count,
    dispose: async () => {
      await documents.close();
      await client.db(database).dropDatabase();
      await connection.close();
    },
  };
}
