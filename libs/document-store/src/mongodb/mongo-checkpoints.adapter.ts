import type { Collection } from 'mongodb';
import type { Checkpoint } from '../document-store.js';
import { type Lease, LeaseLost } from '../lease.js';
import { isKeyTaken } from './mongo-fault.adapter.js';
import type { MongoLeases } from './mongo-leases.adapter.js';
import type { MongoSession } from './mongo-session.adapter.js';

/** The name of the collection that holds the checkpoints of all readers. */
export const CHECKPOINTS = 'accord.checkpoints';

interface StoredCheckpoint extends Checkpoint {
  readonly _id: string;
  /** The lease under which it was stored. */
  readonly fence?: Pick<Lease, 'name' | 'token'>;
}

/** The checkpoints of a store's readers. */
export class MongoCheckpoints {
  private readonly checkpoints: Collection<StoredCheckpoint>;

  constructor(
    private readonly session: MongoSession,
    private readonly leases: MongoLeases,
  ) {
    this.checkpoints = session.database.collection<StoredCheckpoint>(CHECKPOINTS);
  }

  /** See {@link DocumentStore.checkpoint}. */
  async read(reader: string): Promise<Checkpoint | undefined> {
    const found = await this.session.read(() => this.checkpoints.findOne({ _id: reader }));
    return found === null ? undefined : { version: found.version, position: found.position };
  }

  /**
   * See {@link DocumentStore.saveCheckpoint}. A lease that passes on between the question and the write does no harm: the
   * documents that the checkpoint tells of are stored, and the next holder's own checkpoint keeps out what comes later.
   */
  async save(reader: string, checkpoint: Checkpoint, lease: Lease | undefined): Promise<void> {
    if (lease !== undefined && (await this.leases.hasPassedOn(lease))) throw new LeaseLost(lease);
    const stored = await this.session.write(async () => {
      const isInserted = await this.replace(reader, checkpoint, lease, true);
      return isInserted || this.replace(reader, checkpoint, lease, false);
    });
    if (!stored && lease !== undefined && (await this.leases.hasPassedOn(lease))) throw new LeaseLost(lease);
  }

  /** Replaces the checkpoint unless it is further, or fenced off; `false` if nothing was stored. */
  private async replace(
    reader: string,
    { version, position }: Checkpoint,
    lease: Lease | undefined,
    upsert: boolean,
  ): Promise<boolean> {
    const isNotFurther = { $or: [{ version: { $ne: version } }, { position: { $lte: position } }] };
    const fence = lease && { name: lease.name, token: lease.token };
    const isNotFenced = fence && {
      $or: [{ 'fence.name': { $ne: fence.name } }, { 'fence.token': { $lte: fence.token } }],
    };
    const conditions = isNotFenced === undefined ? [isNotFurther] : [isNotFurther, isNotFenced];
    const replacement = { version, position, ...(fence === undefined ? {} : { fence }) };
    try {
      const result = await this.checkpoints.replaceOne({ _id: reader, $and: conditions }, replacement, { upsert });
      return result.matchedCount + result.upsertedCount > 0;
    } catch (error) {
      if (isKeyTaken(error)) return false;
      throw error;
    }
  }
}
