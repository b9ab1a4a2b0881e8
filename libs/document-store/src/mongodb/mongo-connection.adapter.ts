import { MongoClient, MongoError, type MongoClientOptions } from 'mongodb';
import { DocumentStoreRefused } from './document-store-refused.js';
import { CHECKPOINTS } from './mongo-checkpoints.adapter.js';
import { faultOf } from './mongo-fault.adapter.js';
import { MongoSession } from './mongo-session.adapter.js';
import { refusalOf } from './mongo-refusal.adapter.js';
import { printableAddress } from '../printable-address.js';

/** How a MongoDB is reached. */
export interface MongoOptions {
  /** A connection string, `mongodb://…` or `mongodb+srv://…`: the value of ACCORD_DOCUMENT_STORE. */
  readonly url: string;
  /** The database; that of the connection string by default, `accord` if it names none. */
  readonly database?: string;
  /** How long to look for a server that can be written to before a call fails; 10 s by default. */
  readonly serverSelectionMs?: number;
}

const SERVER_SELECTION_MS = 10_000;
/** No call takes longer than this without an answer, unless the server is dead. */
const ANSWER_MS = 60_000;
/** A write that no majority has confirmed by then counts as failed; repeating it does no harm. */
const MAJORITY_MS = 30_000;

/** The connections of a process to one MongoDB, shared by everything that it keeps there. */
export class MongoConnection {
  constructor(
    private readonly client: MongoClient,
    /** The database of the read models. */
    readonly database: string,
    /** The setting's value without user, password and options. */
    readonly address: string,
  ) {}

  /** What is kept in one database, by default in that of the read models. */
  session(database = this.database): MongoSession {
    return new MongoSession(this.client.db(database), this.address);
  }

  /** Ends whatever is under way. Close first what uses the connections. */
  close(): Promise<void> {
    return this.client.close();
  }
}

/**
 * Connects, and tries whether the user may read and write. Rejects with `DocumentStoreRefused` where the setting has to
 * change, with `DocumentStoreUnavailable` where no server answers.
 */
export async function connectToMongo(options: MongoOptions): Promise<MongoConnection> {
  const address = printableAddress(options.url);
  const client = clientFor(options, address);
  const connection = new MongoConnection(client, options.database ?? databaseIn(options.url) ?? 'accord', address);
  try {
    await client.connect();
    const session = connection.session();
    const checkpoints = session.database.collection<{ _id: string }>(CHECKPOINTS);
    await session.read(() => checkpoints.findOne({ _id: '' }));
    await session.write(() => checkpoints.deleteOne({ _id: '' }));
    return connection;
  } catch (error) {
    await connection.close();
    throw refusalOf(error, address) ?? faultOf(error, address);
  }
}

function clientFor({ url, serverSelectionMs = SERVER_SELECTION_MS }: MongoOptions, address: string): MongoClient {
  const settings: MongoClientOptions = {
    appName: 'accord',
    ignoreUndefined: true,
    readPreference: 'primary',
    retryReads: true,
    retryWrites: true,
    serverSelectionTimeoutMS: serverSelectionMs,
    socketTimeoutMS: ANSWER_MS,
    writeConcern: { w: 'majority', wtimeoutMS: MAJORITY_MS },
  };
  try {
    return new MongoClient(url, settings);
  } catch (error) {
    const reason = error instanceof MongoError ? error.message : String(error);
    throw new DocumentStoreRefused(address, `${reason}. It must look like mongodb://host:27017/accord.`, {
      cause: error,
    });
  }
}

function databaseIn(url: string): string | undefined {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url) ?? [];
  return name === undefined ? undefined : decodeURIComponent(name);
}
