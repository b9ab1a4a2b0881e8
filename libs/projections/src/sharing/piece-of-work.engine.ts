import type { DocumentStore } from '#document-store';
import { isRetryable } from '#event-sourcing';
import { type Delays, messageOf, pause } from '../backoff.engine.js';
import { HeldLease } from './held-lease.engine.js';

/** What is told of a lease, for the log. */
export interface LeaseChange {
  readonly change: 'acquired' | 'released' | 'lost' | 'failed';
  readonly name: string;
  /** Absent when the store could not be asked. */
  readonly token?: number;
  readonly error?: string;
}

/** Does its work until `signal`, and returns when nothing of it goes on. */
export type Work = (held: HeldLease) => Promise<void>;

/** What {@link PieceOfWork} stands on. */
export interface PieceOfWorkParts {
  /** Of its lease. */
  readonly name: string;
  readonly work: Work;
  readonly documents: DocumentStore;
  readonly holder: string;
  /** For how long a lease is held without being renewed, in milliseconds; it is renewed three times as often. */
  readonly leaseMs: number;
  readonly delays: Delays;
  readonly onChange: (change: LeaseChange) => void;
}

/** One before takes long to let go only while it finishes a batch: then a lease is asked for so often while it lasts. */
const QUESTIONS_PER_LEASE = 20;

/** One piece of shared work: done under its lease, whenever it is this process's turn. */
export class PieceOfWork {
  /** The lease while it is held. */
  held: HeldLease | undefined;
  private isOurs = false;
  private readonly leaving = new AbortController();
  private wake: (() => void) | undefined;
  private readonly asking: Promise<void>;

  constructor(private readonly parts: PieceOfWorkParts) {
    this.asking = this.keepAsking();
  }

  /** Says whether it is this process's turn: if it is another's, the work in hand is ended and the lease released. */
  assign(isOurs: boolean): void {
    this.isOurs = isOurs;
    if (!isOurs) this.held?.end();
    this.wake?.();
  }

  /** Ends the work and releases the lease; returns when both is done. */
  async leave(): Promise<void> {
    this.leaving.abort();
    this.wake?.();
    await this.asking;
  }

  private async keepAsking(): Promise<void> {
    const { documents, name, holder, leaseMs, delays } = this.parts;
    const { signal } = this.leaving;
    for (let attempt = 1; await this.isTurn(); attempt += 1)
      try {
        const lease = await documents.acquireLease(name, holder, leaseMs);
        attempt = 0;
        // A random part, so that processes that started together do not ask together for ever.
        if (lease === undefined) await pause((leaseMs / QUESTIONS_PER_LEASE) * (0.5 + Math.random()), signal);
        else await this.hold(new HeldLease(lease, signal));
      } catch (error) {
        this.parts.onChange({ change: 'failed', name, error: messageOf(error) });
        await pause(delays(Math.max(1, attempt)), signal);
      }
  }

  /** `true` as soon as it is this process's turn, `false` when it leaves. */
  private async isTurn(): Promise<boolean> {
    while (!this.isOurs && !this.leaving.signal.aborted)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    return !this.leaving.signal.aborted;
  }

  private async hold(held: HeldLease): Promise<void> {
    const { name, token } = held.lease;
    this.held = held;
    if (!this.isOurs) held.end();
    this.parts.onChange({ change: 'acquired', name, token });
    const renewing = this.keepRenewing(held);
    try {
      if (!held.signal.aborted) await this.parts.work(held);
    } finally {
      held.end();
      await renewing;
      this.held = undefined;
      await this.letGo(held);
    }
  }

  private async letGo({ lease, isLost }: HeldLease): Promise<void> {
    const { name, token } = lease;
    try {
      if (!isLost) await this.parts.documents.releaseLease(lease);
      this.parts.onChange({ change: isLost ? 'lost' : 'released', name, token });
    } catch (error) {
      // It expires by itself.
      this.parts.onChange({ change: 'failed', name, token, error: messageOf(error) });
    }
  }

  private async keepRenewing(held: HeldLease): Promise<void> {
    const { documents, leaseMs, delays } = this.parts;
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
        this.parts.onChange({ change: 'failed', name, token, error: messageOf(error) });
        wait = isRetryable(error) ? Math.min(leaseMs / 3, delays(1)) : leaseMs / 3;
      }
    }
  }
}
