import type { LogRecord, LogSubscription, ResolvedRecord } from './log-client.js';

/**
 * One subscription of the client, as a queue to take from. It listens for errors as long as it lives: the client emits
 * nothing else when it ends, and without a listener that would end the process.
 */
export class SubscriptionFeed {
  private failure: { readonly cause: unknown } | undefined;
  private wake: (() => void) | undefined;
  /** Whether something came since there was nothing to take: it may come while nobody waits. */
  private hasMore = false;

  constructor(private readonly subscription: LogSubscription) {
    subscription.on('readable', () => {
      this.hasMore = true;
      this.wake?.();
    });
    subscription.on('error', (error) => this.fail(error));
    subscription.on('end', () => this.fail(new Error('the subscription ended')));
    subscription.on('close', () => this.fail(new Error('the subscription was closed')));
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

  /** Waits until there may be something to take; false when the time is up or a signal came. */
  wait(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (isAwake: boolean): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', giveUp);
        this.wake = undefined;
        resolve(isAwake);
      };
      const giveUp = (): void => settle(false);
      const timer = setTimeout(giveUp, milliseconds);
      signal.addEventListener('abort', giveUp);
      this.wake = () => settle(true);
      if (signal.aborted) giveUp();
      else if (this.hasMore || this.failure !== undefined) settle(true);
    });
  }

  /** Gives the server's call back. */
  async close(): Promise<void> {
    this.wake = undefined;
    try {
      await this.subscription.unsubscribe();
    } catch {
      // it never began
    }
  }

  private fail(cause: unknown): void {
    this.failure ??= { cause };
    this.wake?.();
  }
}
