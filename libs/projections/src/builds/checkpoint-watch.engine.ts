import type { Position } from '#event-sourcing';
import type { DocumentStore } from '#document-store';
import { pause } from '../backoff.engine.js';

/** What {@link CheckpointWatch} stands on. */
export interface CheckpointWatchParts {
  readonly documents: DocumentStore;
  /** The readers to look at now, and whether somebody waits for them. */
  readonly wanted: () => { readonly readers: readonly string[]; readonly isAwaited: boolean };
  readonly onCheckpoint: (reader: string, position: Position) => void;
}

const SHORTEST_MS = 2;
const LONGEST_MS = 40;
const UNAWAITED_MS = 500;

/**
 * Sees how far projections are that run in other processes: by their checkpoints. One look serves everybody who waits;
 * it is repeated after 2 ms, then after longer and longer pauses up to 40 ms while nothing moves, and only twice a
 * second when nobody waits.
 */
export class CheckpointWatch {
  private readonly stopping = new AbortController();
  private waking = new AbortController();
  private watching: Promise<void> | undefined;
  private interval = SHORTEST_MS;

  constructor(private readonly parts: CheckpointWatchParts) {}

  /** Begins to look. Calling it again does nothing. */
  start(): void {
    this.watching ??= this.keepLooking();
  }

  /** Somebody waits: the next look is due. */
  wake(): void {
    this.interval = SHORTEST_MS;
    this.waking.abort();
  }

  /** Stops; returns when the look in hand is over. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.watching;
  }

  private async keepLooking(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const { readers, isAwaited } = this.parts.wanted();
      await this.look(readers);
      this.waking = new AbortController();
      await pause(isAwaited ? this.interval : UNAWAITED_MS, AbortSignal.any([signal, this.waking.signal]));
      if (isAwaited) this.interval = Math.min(LONGEST_MS, this.interval * 1.5);
    }
  }

  private async look(readers: readonly string[]): Promise<void> {
    // A store that cannot be asked now is asked again: who waits has a time limit of his own.
    await Promise.allSettled(
      readers.map(async (reader) => {
        const checkpoint = await this.parts.documents.checkpoint(reader);
        if (checkpoint !== undefined) this.parts.onCheckpoint(reader, checkpoint.position);
      }),
    );
  }
}
