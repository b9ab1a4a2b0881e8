import type { Checkpoint, Collection, DocumentStore } from '../document-store.js';
import type { IndexDefinition } from '../indexes.js';
import type { Lease } from '../lease.js';
import type { Member } from '../member.js';
import { buildIndexes } from './index-builder.adapter.js';
import { MongoCheckpoints } from './mongo-checkpoints.adapter.js';
import { MongoCollection } from './mongo-collection.adapter.js';
import { connectToMongo, type MongoConnection, type MongoOptions } from './mongo-connection.adapter.js';
import { MongoLeases } from './mongo-leases.adapter.js';
import { MongoMembers } from './mongo-members.adapter.js';
import type { MongoSession } from './mongo-session.adapter.js';

/** What a MongoDB document store is opened with: where it is, or connections that stay open when it is closed. */
export type MongoDocumentStoreOptions = (MongoOptions | { readonly connection: MongoConnection }) & {
  /** Told, in one line, of what goes wrong in the background: an index that cannot be built. */
  readonly report?: (message: string) => void;
};

/**
 * The document store on MongoDB (4.4 or later, standalone or replica set). Rejects with `DocumentStoreRefused` where the
 * setting has to change, with `DocumentStoreUnavailable` where no server answers.
 */
export async function openMongoDocumentStore(options: MongoDocumentStoreOptions): Promise<DocumentStore> {
  const { report = () => undefined } = options;
  if ('connection' in options)
    return new MongoDocumentStore(options.connection.session(), report, () => Promise.resolve());
  const connection = await connectToMongo(options);
  return new MongoDocumentStore(connection.session(), report, () => connection.close());
}

class MongoDocumentStore implements DocumentStore {
  private readonly collections = new Map<string, MongoCollection<object>>();
  private readonly leases: MongoLeases;
  private readonly members: MongoMembers;
  private readonly checkpoints: MongoCheckpoints;

  constructor(
    private readonly session: MongoSession,
    private readonly report: (message: string) => void,
    private readonly release: () => Promise<void>,
  ) {
    this.leases = new MongoLeases(session);
    this.members = new MongoMembers(session);
    this.checkpoints = new MongoCheckpoints(session, this.leases);
  }

  collection<Document extends object>(
    name: string,
    indexes: readonly IndexDefinition[],
  ): Promise<Collection<Document>> {
    return this.session.read(() => {
      const known = this.collections.get(name);
      const collection = known ?? new MongoCollection<object>(this.session, name);
      if (known === undefined) void buildIndexes(this.session, name, indexes, this.report);
      this.collections.set(name, collection);
      return Promise.resolve(collection as unknown as Collection<Document>);
    });
  }

  async drop(name: string): Promise<void> {
    this.collections.delete(name);
    await this.session.write(() => this.session.database.collection(name).drop());
  }

  checkpoint(reader: string): Promise<Checkpoint | undefined> {
    return this.checkpoints.read(reader);
  }

  saveCheckpoint(reader: string, checkpoint: Checkpoint, lease?: Lease): Promise<void> {
    return this.checkpoints.save(reader, checkpoint, lease);
  }

  acquireLease(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    return this.leases.acquire(name, holder, forMs);
  }

  renewLease(lease: Lease, forMs: number): Promise<Lease | undefined> {
    return this.leases.renew(lease, forMs);
  }

  releaseLease(lease: Lease): Promise<void> {
    return this.leases.release(lease);
  }

  attend(member: Member, forMs: number): Promise<readonly Member[]> {
    return this.members.attend(member, forMs);
  }

  leave(name: string): Promise<void> {
    return this.members.leave(name);
  }

  ping(): Promise<void> {
    return this.session.ping();
  }

  async close(): Promise<void> {
    this.session.close();
    await this.release();
  }
}
