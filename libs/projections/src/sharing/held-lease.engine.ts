import { type Lease, LeaseLost } from '#document-store';

/** A lease while this process holds it. */
export class HeldLease {
  /** Aborted when the lease is lost, passes to another process or this one stops. */
  readonly signal: AbortSignal;
  isLost = false;
  private readonly ending = new AbortController();

  constructor(
    /** As it was last acquired or renewed. */
    public lease: Lease,
    stopping: AbortSignal,
  ) {
    this.signal = AbortSignal.any([stopping, this.ending.signal]);
  }

  /** Somebody else has it. */
  lose(): void {
    this.isLost = true;
    this.end();
  }

  /** The work is over, or another process's. */
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
