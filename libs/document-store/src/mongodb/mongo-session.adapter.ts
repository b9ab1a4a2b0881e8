import { type Db, MongoError } from 'mongodb';
import { DocumentStoreUnavailable } from '../document-store.js';
import { faultOf, OUT_OF_DISK_SPACE, underlying } from './mongo-fault.adapter.js';

/** One database, as all parts of one store share it: it counts as closed, or as full, for all of them at once. */
export class MongoSession {
  /** Aborted when the store is closed: ends what is done in the background. */
  readonly closing = new AbortController();
  private fullDisk: MongoError | undefined;

  constructor(
    readonly database: Db,
    readonly address: string,
  ) {}

  /** Runs a call of the driver. Its faults become those of the port. */
  async read<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    this.assertOpen();
    try {
      return await call();
    } catch (error) {
      throw faultOf(error, this.address);
    }
  }

  /** The same for a call that writes: whether the disk is full shows only here. */
  async write<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    return this.read(async () => {
      try {
        const answer = await call();
        this.fullDisk = undefined;
        return answer;
      } catch (error) {
        const fault = underlying(error);
        if (fault instanceof MongoError && fault.code === OUT_OF_DISK_SPACE) this.fullDisk = fault;
        throw error;
      }
    });
  }

  /** Rejects while nobody answers, and from a write that found the disk full until one goes through. */
  async ping(): Promise<void> {
    await this.read(async () => {
      await this.database.command({ ping: 1 }, { readPreference: 'primary' });
      if (this.fullDisk !== undefined) throw this.fullDisk;
    });
  }

  /** Later calls are rejected; the connections are those of others too and stay. */
  close(): void {
    this.closing.abort();
  }

  private assertOpen(): void {
    if (this.closing.signal.aborted)
      throw new DocumentStoreUnavailable(`The connection to MongoDB at ${this.address} is closed.`);
  }
}
