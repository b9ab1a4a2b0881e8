import { type Checkpoint, type Collection, type DocumentStore, DocumentStoreUnavailable } from '../document-store.js';
import type { IndexDefinition } from '../indexes.js';
import { type Lease, LeaseLost } from '../lease.js';
import type { Member } from '../member.js';
import { InProcessCollection } from './in-process-collection.adapter.js';
import { InProcessLeases } from './in-process-leases.adapter.js';
import { InProcessMembers } from './in-process-members.adapter.js';

/** What {@link openInProcessDocumentStore} may be given. */
export interface InProcessOptions {
  /** Milliseconds since 1970, for leases and members; the system's clock by default. */
  readonly now?: () => number;
}

/**
 * The embedded document store: everything lives in this process's memory and is rebuilt from the log at start. It hands
 * out the very objects it keeps; nobody may change them.
 */
export function openInProcessDocumentStore({ now = Date.now }: InProcessOptions = {}): DocumentStore {
  return new InProcessDocumentStore(new InProcessLeases(now), new InProcessMembers(now));
}

class InProcessDocumentStore implements DocumentStore {
  private readonly collections = new Map<string, unknown>();
  private readonly checkpoints = new Map<string, Checkpoint>();
  private isClosed = false;

  constructor(
    private readonly leases: InProcessLeases,
    private readonly members: InProcessMembers,
  ) {}

  collection<Document extends object>(
    name: string,
    indexes: readonly IndexDefinition[],
  ): Promise<Collection<Document>> {
    return this.answer(() => {
      const known = this.collections.get(name) as Collection<Document> | undefined;
      const collection = known ?? new InProcessCollection<Document>(indexes, this.assertOpen);
      this.collections.set(name, collection);
      return collection;
    });
  }

  drop(name: string): Promise<void> {
    return this.answer(() => {
      this.collections.delete(name);
    });
  }

  checkpoint(reader: string): Promise<Checkpoint | undefined> {
    return this.answer(() => this.checkpoints.get(reader));
  }

  saveCheckpoint(reader: string, checkpoint: Checkpoint, lease?: Lease): Promise<void> {
    return this.answer(() => {
      if (lease !== undefined && this.leases.hasPassedOn(lease)) throw new LeaseLost(lease);
      const known = this.checkpoints.get(reader);
      if (known?.version === checkpoint.version && known.position > checkpoint.position) return;
      this.checkpoints.set(reader, checkpoint);
    });
  }

  ping(): Promise<void> {
    return this.answer(() => undefined);
  }

  acquireLease(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    return this.answer(() => this.leases.acquire(name, holder, forMs));
  }

  renewLease(lease: Lease, forMs: number): Promise<Lease | undefined> {
    return this.answer(() => this.leases.renew(lease, forMs));
  }

  releaseLease(lease: Lease): Promise<void> {
    return this.answer(() => {
      this.leases.release(lease);
    });
  }

  attend(member: Member, forMs: number): Promise<readonly Member[]> {
    return this.answer(() => this.members.attend(member, forMs));
  }

  leave(name: string): Promise<void> {
    return this.answer(() => {
      this.members.leave(name);
    });
  }

  close(): Promise<void> {
    this.isClosed = true;
    this.collections.clear();
    this.checkpoints.clear();
    return Promise.resolve();
  }

  private readonly assertOpen = (): void => {
    if (this.isClosed) throw new DocumentStoreUnavailable('The document store is closed.');
  };

  private answer<Answer>(compute: () => Answer): Promise<Answer> {
    return new Promise((resolve) => {
      this.assertOpen();
      resolve(compute());
    });
  }
}
