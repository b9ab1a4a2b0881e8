import type { Position } from '#event-sourcing';
import { DocumentRetry } from './document-retry.engine.js';
import { Interrupted, type Persistence } from '../folding/persistence.engine.js';
import type { RetryParts } from './retry-parts.engine.js';
import { StreamRetry } from './stream-retry.engine.js';

/** What {@link ParkedRetries} stands on. */
export interface ParkedRetriesParts extends RetryParts {
  readonly persistence: Persistence;
  /** What the projection has passed. */
  readonly position: () => Position;
  /** Runs something between two batches; `undefined` when there will be no more of them. */
  readonly inTurn: <Answer>(act: () => Promise<Answer>) => Promise<Answer | undefined>;
  /** Makes sure that the work is still this process's. */
  readonly fence: () => Promise<void>;
}

/** Tries parked documents of one running projection again, one after the other, beside its batches. */
export class ParkedRetries {
  private inHand: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: ParkedRetriesParts) {}

  /**
   * Tries a document, or by its mark a stream, again; returns when it goes on or is parked with a new error. Does nothing if it is
   * not parked. `false`: it could not be tried, because the work ends here. Throws what the stores go on throwing.
   */
  retry(key: string): Promise<boolean> {
    const outcome = this.inHand.then(() => this.retryNow(key));
    this.inHand = outcome.catch(() => undefined);
    return outcome;
  }

  /** Returns when nothing is in hand any more. */
  async end(): Promise<void> {
    await this.inHand;
  }

  private async retryNow(key: string): Promise<boolean> {
    try {
      for (const keys = [key]; keys.length > 0;) {
        const next = await this.retryOne(keys.shift() ?? key);
        if (next === undefined) return false;
        keys.push(...next);
      }
      return true;
    } catch (error) {
      if (error instanceof Interrupted) return false;
      throw error;
    }
  }

  private async retryOne(key: string): Promise<readonly string[] | undefined> {
    const { persistence, parked, position, inTurn, fence, signal } = this.parts;
    if (signal.aborted) return undefined;
    const entry = await persistence.call(() => parked.entry(key));
    if (entry === undefined) return [];
    const retry = entry.of === 'stream' ? new StreamRetry(this.parts, entry) : new DocumentRetry(this.parts, entry);
    // Most of the log is read beside the batches, so that nobody waits for it.
    await persistence.call(() => retry.advance(position()));
    return inTurn(() =>
      persistence.call(async () => {
        await fence();
        return retry.finish(position());
      }),
    );
  }
}
