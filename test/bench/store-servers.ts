import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { EventStoreDouble } from '../doubles/eventstoredb/event-store-double.js';
import { startChild } from '../support/child-process.js';

/** A server that a bench runs against: the real one that is given, otherwise the double. */
export interface StoreServer {
  readonly url: string;
  /** How the report calls it. */
  readonly name: string;
  /** Whether it is one that was given: only its speed is measured against a target. */
  readonly isReal: boolean;
  /** Ends a double; of a real MongoDB, drops what the bench stored. */
  release(): Promise<void>;
}

/** The log's server that EVENTSTORE_URL names, otherwise its double in this process. What is written to a real one stays. */
export async function startLogServer(): Promise<StoreServer> {
  const url = process.env['EVENTSTORE_URL'];
  if (url !== undefined) return { url, name: 'EventStoreDB', isReal: true, release: () => Promise.resolve() };
  const double = await EventStoreDouble.start();
  return {
    url: double.url(),
    name: 'the double of EventStoreDB',
    isReal: false,
    release: () => {
      double.down();
      return Promise.resolve();
    },
  };
}

/** A database of its own on the MongoDB that MONGODB_URL names, otherwise on its double in a process of its own. */
export async function startDocumentServer(): Promise<StoreServer> {
  const given = process.env['MONGODB_URL'];
  const database = `accord-bench-${randomUUID().slice(0, 8)}`;
  if (given !== undefined)
    return { url: withDatabase(given, database), name: 'MongoDB', isReal: true, release: () => drop(given, database) };
  const child = startChild(new URL('../doubles/mongodb/main.js', import.meta.url).pathname);
  const { url } = JSON.parse(await child.line()) as { readonly url: string };
  return {
    url: withDatabase(url, database),
    name: 'the double of MongoDB',
    isReal: false,
    release: async () => {
      await child.end('SIGTERM');
    },
  };
}

/** The same connection string, leading to another database. It may name several hosts, so that it is no URL. */
function withDatabase(url: string, database: string): string {
  const [, hosts = url, options = ''] = /^([^/]+\/\/[^/?]+)(?:\/[^?]*)?(\?.*)?$/s.exec(url) ?? [];
  return `${hosts}/${database}${options}`;
}

async function drop(url: string, database: string): Promise<void> {
  const client = await MongoClient.connect(url);
  for (const name of [database, `${database}-vault`]) await client.db(name).dropDatabase();
  await client.close();
}
