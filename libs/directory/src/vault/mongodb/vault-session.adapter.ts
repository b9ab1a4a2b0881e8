import type { Collection, Document } from 'mongodb';
import { DocumentStoreUnavailable, type MongoSession } from '#document-store';
import { VaultUnavailable } from '../vault-errors.js';

/** The vaults' database. Whatever makes MongoDB unavailable makes the vaults unavailable. */
export class VaultSession {
  private readonly inFlight = new Set<Promise<unknown>>();

  constructor(private readonly session: MongoSession) {}

  collection<Record extends Document>(name: string): Collection<Record> {
    return this.session.database.collection<Record>(name);
  }

  /** Runs a call of the driver. Rejects with {@link VaultUnavailable} where the same call may succeed later. */
  read<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    return this.followed(this.session.read(call));
  }

  /** The same for a call that writes: it is answered when a majority has it on disk. */
  write<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    return this.followed(this.session.write(call));
  }

  /** Takes no more calls and waits for those that are under way. */
  async close(): Promise<void> {
    this.session.close();
    await Promise.allSettled(this.inFlight);
  }

  private async followed<Answer>(answer: Promise<Answer>): Promise<Answer> {
    this.inFlight.add(answer);
    try {
      return await answer;
    } catch (error) {
      if (error instanceof DocumentStoreUnavailable)
        throw new VaultUnavailable(`The vault cannot be reached: ${error.message}`, { cause: error });
      throw error;
    } finally {
      this.inFlight.delete(answer);
    }
  }
}
