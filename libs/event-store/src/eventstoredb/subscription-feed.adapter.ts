import type { LogRecord, LogSubscription, ResolvedRecord } from './log-client.js';

/**
 * One subscription of the client, as a queue to take from. It listens for errors as long as it lives: the client emits
 * nothing else when it ends, and without a listener that would end the process.
 */
export class SubscriptionFeed {
  private failure: { readonly cause: unknown } | undefined;
  private settle: ((mayTake: boolean) => void) | undefined;
  /** Whether something came since there was nothing to take: it may come while nobody waits. */
  private hasMore = false;
  private isWakingDue = false;
  private readonly silence: NodeJS.Timeout;

  /** Lives until it is closed; a wait ends after `idleMs` of silence, or with the signal. */
  constructor(
    private readonly subscription: LogSubscription,
    idleMs: number,
    private readonly ending: AbortSignal,
  ) {
    subscription.on('readable', () => this.wakeSoon());
    subscription.on('error', (error) => this.fail(error));
    subscription.on('end', () => this.fail(new Error('the subscription ended')));
    subscription.on('close', () => this.fail(new Error('the subscription was closed')));
    this.silence = setTimeout(() => this.wake(false), idleMs);
    ending.addEventListener('abort', this.end);
  }

  /** The next record that is here; `undefined` when there is none yet. Throws when the subscription has ended. */
  take(): LogRecord | undefined {
    for (;;) {
      this.hasMore = false;
      const resolved = this.subscription.read() as ResolvedRecord | null;
      if (resolved?.event !== undefined) return resolved.event;
      if (resolved === null) break;
    }
    if (this.failure !== undefined) throw this.failure.cause;
    return undefined;
  }

  /** Waits until there may be something to take; false when nothing came in time, or nobody wants it any more. */
  wait(): Promise<boolean> {
    if (this.ending.aborted) return Promise.resolve(false);
    if (this.hasMore || this.failure !== undefined) return Promise.resolve(true);
    this.silence.refresh();
    return new Promise((resolve) => {
      this.settle = resolve;
    });
  }

  /** Gives the server's call back. */
  async close(): Promise<void> {
    this.settle = undefined;
    clearTimeout(this.silence);
    this.ending.removeEventListener('abort', this.end);
    try {
      await this.subscription.unsubscribe();
    } catch {
      // it never began
    }
  }

  /** Once what has arrived together is there: the client hands its records over one by one. */
  private wakeSoon(): void {
    this.hasMore = true;
    if (this.isWakingDue) return;
    this.isWakingDue = true;
    setImmediate(() => {
      this.isWakingDue = false;
      this.wake(true);
    });
  }

  /** Also when nobody takes any more, nor ever closes it: a timer would keep the process. */
  private readonly end = (): void => {
    clearTimeout(this.silence);
    this.wake(false);
  };

  private wake(mayTake: boolean): void {
    this.settle?.(mayTake);
    this.settle = undefined;
  }

  private fail(cause: unknown): void {
    this.failure ??= { cause };
    this.wake(true);
  }
}
