import { type DocumentStore, type Lease, LeaseLost } from '#document-store';
import { isRetryable } from '#event-sourcing';
import { backoff, type Delays, messageOf, pause } from './backoff.engine.js';

/** What is told of a lease, for the log. */
export interface LeaseChange {
  readonly change: 'acquired' | 'released' | 'lost' | 'failed';
  readonly name: string;
  /** Absent when the store could not be asked. */
  readonly token?: number;
  readonly error?: string;
}

/** What {@link SharedWork} stands on. */
export interface SharedWorkParts {
  readonly documents: DocumentStore;
  /** This process among all that share the work: a name that no other one has. */
  readonly holder: string;
  /** For how long a lease is held without being renewed, in milliseconds; it is renewed three times as often. */
  readonly leaseMs: number;
  readonly delays?: Delays;
  readonly onChange?: (change: LeaseChange) => void;
}

/** A lease while this process holds it. */
export class HeldLease {
  private readonly ending = new AbortController();

  constructor(
    /** As it was last acquired or renewed. */
    public lease: Lease,
    stopping: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stopping, this.ending.signal]);
  }

  /** Aborted when the lease is lost or the process stops. */
  readonly signal: AbortSignal;
  isLost = false;

  /** Somebody else has it. */
  lose(): void {
    this.isLost = true;
    this.end();
  }

  /** The work is over. */
  end(): void {
    this.ending.abort();
  }

  /** Passes a store's answer on; a {@link LeaseLost} also ends the work. */
  async fenced<Answer>(call: Promise<Answer>): Promise<Answer> {
    try {
      return await call;
    } catch (error) {
      if (error instanceof LeaseLost) this.lose();
      throw error;
    }
  }
}

/** Does its work until `signal`, and returns when nothing of it goes on. */
export type Work = (held: HeldLease) => Promise<void>;

/**
 * Pieces of work that several processes share: each is done by the one that holds its lease (design.md section 5). A
 * process that dies is replaced when its leases expire, one that stops hands them over at once. A holder may be slow
 * without knowing that it has been replaced: what it stores has to be fenced by the lease's token or by positions.
 */
export class SharedWork {
  private readonly pieces = new Map<string, Promise<void>>();
  private readonly holding = new Map<string, HeldLease>();
  private readonly stopping = new AbortController();
  private readonly delays: Delays;

  constructor(private readonly parts: SharedWorkParts) {
    this.delays = parts.delays ?? backoff;
  }

  /**
   * Adds a piece of work under the name of its lease, and begins to ask for it; gives what takes it out again. Throws when
   * there is one of that name.
   */
  add(name: string, work: Work): () => Promise<void> {
    if (this.pieces.has(name))
      throw new Error(`There is shared work "${name}" already. Give one of them another name.`);
    const leaving = new AbortController();
    const asking = this.keepAsking(name, work, AbortSignal.any([this.stopping.signal, leaving.signal]));
    this.pieces.set(name, asking);
    return async () => {
      leaving.abort();
      await asking;
    };
  }

  /** Ends the work in hand and releases the leases; returns when both is done. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.pieces.values());
  }

  /** The leases that this process holds. */
  held(): readonly Lease[] {
    return [...this.holding.values()].map(({ lease }) => lease);
  }

  private async keepAsking(name: string, work: Work, signal: AbortSignal): Promise<void> {
    const { documents, holder, leaseMs } = this.parts;
    for (let attempt = 1; !signal.aborted; attempt += 1)
      try {
        const lease = await documents.acquireLease(name, holder, leaseMs);
        attempt = 0;
        // A random part, so that processes that started together do not ask together for ever.
        if (lease === undefined) await pause((leaseMs / 4) * (0.5 + Math.random() / 2), signal);
        else await this.hold(new HeldLease(lease, signal), work);
      } catch (error) {
        this.tell({ change: 'failed', name, error: messageOf(error) });
        await pause(this.delays(Math.max(1, attempt)), signal);
      }
  }

  private async hold(held: HeldLease, work: Work): Promise<void> {
    const { name, token } = held.lease;
    this.holding.set(name, held);
    this.tell({ change: 'acquired', name, token });
    const renewing = this.keepRenewing(held);
    try {
      await work(held);
    } finally {
      held.end();
      await renewing;
      this.holding.delete(name);
      await this.letGo(held);
    }
  }

  private async letGo({ lease, isLost }: HeldLease): Promise<void> {
    const { name, token } = lease;
    try {
      if (!isLost) await this.parts.documents.releaseLease(lease);
      this.tell({ change: isLost ? 'lost' : 'released', name, token });
    } catch (error) {
      // It expires by itself.
      this.tell({ change: 'failed', name, token, error: messageOf(error) });
    }
  }

  private async keepRenewing(held: HeldLease): Promise<void> {
    const { documents, leaseMs } = this.parts;
    for (let wait = leaseMs / 3; ;) {
      await pause(wait, held.signal);
      if (held.signal.aborted) return;
      try {
        const lease = await documents.renewLease(held.lease, leaseMs);
        if (lease === undefined) held.lose();
        else held.lease = lease;
        wait = leaseMs / 3;
      } catch (error) {
        const { name, token } = held.lease;
        this.tell({ change: 'failed', name, token, error: messageOf(error) });
        wait = isRetryable(error) ? Math.min(leaseMs / 3, this.delays(1)) : leaseMs / 3;
      }
    }
  }

  private tell(change: LeaseChange): void {
    this.parts.onChange?.(change);
  }
}
