import type { Lease } from '../lease.js';

interface Held extends Lease {
  /** Milliseconds since 1970; 0 once released. */
  readonly until: number;
}

/** The leases of one process's store: who holds which, by the clock given. */
export class InProcessLeases {
  private readonly byName = new Map<string, Held>();

  constructor(private readonly now: () => number) {}

  /** See {@link DocumentStore.acquireLease}. */
  acquire(name: string, holder: string, forMs: number): Lease | undefined {
    const last = this.byName.get(name);
    if (last !== undefined && last.holder !== holder && last.until > this.now()) return undefined;
    const isSame = last?.holder === holder && last.until > 0;
    return this.grant(name, holder, (last?.token ?? 0) + (isSame ? 0 : 1), forMs);
  }

  /** See {@link DocumentStore.renewLease}. */
  renew({ name, holder, token }: Lease, forMs: number): Lease | undefined {
    const last = this.byName.get(name);
    return last?.token === token && last.until > 0 ? this.grant(name, holder, token, forMs) : undefined;
  }

  /** See {@link DocumentStore.releaseLease}. */
  release({ name, token }: Lease): void {
    const last = this.byName.get(name);
    if (last?.token === token) this.byName.set(name, { ...last, until: 0 });
  }

  /** Whether a later token than this lease's has been given out. */
  hasPassedOn({ name, token }: Lease): boolean {
    return (this.byName.get(name)?.token ?? 0) > token;
  }

  private grant(name: string, holder: string, token: number, forMs: number): Lease {
    const until = this.now() + forMs;
    const lease: Lease = { name, holder, token, expiresAt: new Date(until).toISOString() };
    this.byName.set(name, { ...lease, until });
    return lease;
  }
}
